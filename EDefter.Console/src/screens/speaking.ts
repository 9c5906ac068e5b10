import type { Client } from "../api/client";
import type { Coverage, Finding, Report, Severity } from "../api/shapes";
import { severities } from "../ui/rules";

/** A rule that has something to say, and how often it says it. */
export interface Speaking {
  rule: string;
  severity: Severity;
  count: number;
}

/** The rules that speak in a report, errors first, then the most frequent. Of a report that is loaded in part the check itself knows how many there are. */
export function speakingOf(findings: Finding[], coverage: Coverage[], isWhole: boolean): Speaking[] {
  const told = new Map(coverage.map(({ rule, findings: count }) => [rule, count]));
  const spoken = new Map<string, Speaking>();
  for (const { rule, severity } of findings) {
    const before = spoken.get(rule);
    const worst = before !== undefined && severities.indexOf(before.severity) < severities.indexOf(severity) ? before.severity : severity;
    spoken.set(rule, { rule, severity: worst, count: (before?.count ?? 0) + 1 });
  }
  const all = [...spoken.values()].map((each) => (isWhole ? each : { ...each, count: told.get(each.rule) ?? each.count }));
  return all.sort((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity) || right.count - left.count || left.rule.localeCompare(right.rule));
}

/** The beginning of a report, and of every rule at least one finding: however often one of them speaks, none is left out. */
export async function readReport(client: Client, path: string, most: number): Promise<Report> {
  const report = await client.get<Report>(`${path}?size=${most}`);
  if (report.next === undefined) return report;
  const loaded = new Set(report.findings.map(({ rule }) => rule));
  const findings = [...report.findings];
  for (const { rule, findings: count } of report.coverage)
    if (count > 0 && !loaded.has(rule)) findings.push(...(await client.get<Report>(`${path}?rule=${rule}&size=1`)).findings);
  return { ...report, findings };
}
