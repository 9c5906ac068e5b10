import type { Finding, Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { chartWidth } from "../ui/chart";
import { severities, titleOf } from "../ui/rules";

const barsMost = 8;
const rowHeight = 24;
const labelWidth = 74;

/** The rules that speak most, as bars; the list below says the same in words. */
export function FindingsChart({ findings, rules }: { findings: Finding[]; rules: Rules | undefined }) {
  const counted = new Map<string, { count: number; severity: Finding["severity"] }>();
  for (const { rule, severity } of findings) counted.set(rule, { count: (counted.get(rule)?.count ?? 0) + 1, severity });
  const bars = [...counted].sort(([, left], [, right]) => severities.indexOf(left.severity) - severities.indexOf(right.severity) || right.count - left.count).slice(0, barsMost);
  const width = chartWidth();
  const most = Math.max(...bars.map(([, { count }]) => count));
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${bars.length * rowHeight}`} role="img" aria-label={`${say.check.byRule}: ${bars.map(([rule, { count }]) => `${rule} ${count}`).join(", ")}`}>
        {bars.map(([rule, { count, severity }], place) => {
          const length = Math.max(3, ((width - labelWidth - 60) * count) / most);
          return (
            <g key={rule} transform={`translate(0 ${place * rowHeight})`}>
              <title>{titleOf(rules?.rules.find(({ code }) => code === rule), rule)}</title>
              <text x="0" y="17" class="axis">
                {rule}
              </text>
              <rect x={labelWidth} y="5" width={length} height="16" rx="3" class={`bar severity-${severity}`} />
              <text x={labelWidth + length + 8} y="17" class="axis">
                {formatCount(count)}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
