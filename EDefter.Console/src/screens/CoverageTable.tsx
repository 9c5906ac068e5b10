import type { Coverage, Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { titleOf } from "../ui/rules";

/** What every rule did or could not do: one that did not run has not passed. */
export function CoverageTable({ coverage, rules }: { coverage: Coverage[]; rules: Rules | undefined }) {
  const ran = coverage.filter(({ outcome }) => outcome === "ran").length;
  const order = ["noData", "skipped", "off", "notApplicable", "ran"];
  const sorted = [...coverage].sort((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome) || left.rule.localeCompare(right.rule));
  return (
    <details class="card coverage">
      <summary>
        <h2>{say.coverage.title}</h2>
        <span class="hint">{say.coverage.lead(formatCount(ran), formatCount(coverage.length))}</span>
      </summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={say.coverage.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.coverage.rule}</th>
              <th scope="col">{say.coverage.says}</th>
              <th scope="col">{say.coverage.outcome}</th>
              <th scope="col" class="number">
                {say.coverage.findings}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((each) => (
              <tr key={each.rule}>
                <td class="code">{each.rule}</td>
                <td>{titleOf(rules?.rules.find(({ code }) => code === each.rule), each.rule)}</td>
                <td>
                  <span class={`chip outcome-${each.outcome}`}>{say.coverage[each.outcome]}</span>
                </td>
                <td class="number">{each.findings > 0 ? formatCount(each.findings) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
