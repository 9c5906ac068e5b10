import { useState } from "preact/hooks";
import type { Rehearsal, RehearsalFinding } from "../api/rehearsal";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Growing, Notice } from "../ui/controls";
import { SourceLink } from "../ui/SourceLink";

/** What the authority's rules find, rule by rule, the most frequent first. */
export function RehearsalFindings({ report, onVoucher }: { report: Rehearsal; onVoucher: (id: string) => void }) {
  const groups = new Map<string, RehearsalFinding[]>();
  for (const finding of report.findings) groups.set(finding.assert, [...(groups.get(finding.assert) ?? []), finding]);
  const countOf = (assert: string) => report.documents.reduce((sum, { counts }) => sum + (counts[assert] ?? 0), 0);
  const sorted = [...groups].sort(([left], [right]) => countOf(right) - countOf(left) || left.localeCompare(right));
  if (sorted.length === 0) return null;
  return (
    <section aria-labelledby="rehearsal-findings">
      <h2 id="rehearsal-findings">{say.rehearsal.findings}</h2>
      {report.findingCount > report.findings.length && <Notice>{say.rehearsal.notAll(formatCount(report.findings.length), formatCount(report.findingCount))}</Notice>}
      <div class="groups">
        {sorted.map(([assert, findings]) => (
          <Group key={assert} assert={assert} count={Math.max(countOf(assert), findings.length)} findings={findings} onVoucher={onVoucher} />
        ))}
      </div>
    </section>
  );
}

function Group({ assert, count, findings, onVoucher }: { assert: string; count: number; findings: RehearsalFinding[]; onVoucher: (id: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="group severity-error" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span class="tag severity-error">{assert}</span>
        <span class="group-title">{findings[0]?.message}</span>
        <span class="count">{formatCount(count)}</span>
      </summary>
      {isOpen && (
        <Growing
          items={findings}
          render={(few) => (
            <ul class="findings">
              {few.map((finding, place) => (
                <Row key={place} finding={finding} onVoucher={onVoucher} />
              ))}
            </ul>
          )}
        />
      )}
    </details>
  );
}

function Row({ finding, onVoucher }: { finding: RehearsalFinding; onVoucher: (id: string) => void }) {
  const { voucherId, voucherNumber, entry, line, account, link, document, xmlLine } = finding;
  return (
    <li>
      <p class="message">{finding.message}</p>
      <p class="remedy">{finding.remedy}</p>
      <div class="row wrap foot">
        {entry !== undefined && <span class="chip">{say.rehearsal.entry(entry)}</span>}
        {line !== undefined && <span class="chip">{say.rehearsal.line(line)}</span>}
        {account !== undefined && <span class="chip">{say.rehearsal.account(account)}</span>}
        <span class="hint value">
          {document}, {say.rehearsal.fileLine(formatCount(xmlLine))}
        </span>
        <span class="spring" />
        <SourceLink class="button quiet" link={link} />
        {voucherId !== undefined && (
          <Button kind="quiet" onPress={() => onVoucher(voucherId)}>
            {say.check.open} {voucherNumber ?? voucherId}
          </Button>
        )}
      </div>
    </li>
  );
}
