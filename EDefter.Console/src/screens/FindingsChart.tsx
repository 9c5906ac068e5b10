import type { Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { titleOf } from "../ui/rules";
import type { Speaking } from "./speaking";

const barsMost = 8;
const longest = 100;
const shortest = 1;

/** The rules that speak most, by name, as bars; the list below says the same in words. */
export function FindingsChart({ speaking, rules }: { speaking: Speaking[]; rules: Rules | undefined }) {
  const shown = speaking.slice(0, barsMost);
  const most = Math.max(...shown.map(({ count }) => count));
  return (
    <ol class="bars" aria-label={say.check.byRule}>
      {shown.map(({ rule, severity, count }) => {
        const title = titleOf(rules?.rules.find(({ code }) => code === rule), rule);
        return (
          <li key={rule}>
            <span class="bar-name" title={title}>
              {title}
            </span>
            <span class="code">{rule}</span>
            <svg viewBox={`0 0 ${longest} 1`} preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.max(shortest, (longest * count) / most)} height="1" class={`bar severity-${severity}`} />
            </svg>
            <span class="bar-count">{formatCount(count)}</span>
          </li>
        );
      })}
    </ol>
  );
}
