import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Coverage, Finding, Month, Report, Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, Growing } from "../ui/controls";
import { severityWord, titleOf } from "../ui/rules";
import { useLoaded } from "../ui/work";
import type { Acknowledged } from "./AcknowledgeDialog";
import { type Speaking, speakingOf } from "./speaking";

export interface GroupProps {
  book: Book;
  month: Month;
  rules: Rules | undefined;
  coverage: Coverage[];
  /** Whether the findings are all there are; if not, a rule that is opened loads its own. */
  isWhole: boolean;
  onVoucher: (id: string) => void;
  onAcknowledge: (about: Acknowledged) => void;
}

const findingsOfRuleMost = 5000;

/** Groups that stand open, by month and rule: a report that is loaded anew closes none of them under the reader's hand. */
const opened = new Set<string>();

/** Findings under their rules, errors first, then by how many there are. */
export function FindingGroups({ findings, ...props }: GroupProps & { findings: Finding[] }) {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byRule.get(finding.rule);
    if (own === undefined) byRule.set(finding.rule, [finding]);
    else own.push(finding);
  }
  return (
    <div class="groups">
      {speakingOf(findings, props.coverage, props.isWhole).map((speaking) => (
        <Group key={speaking.rule} speaking={speaking} findings={byRule.get(speaking.rule) ?? []} {...props} />
      ))}
    </div>
  );
}

interface RuleProps extends GroupProps {
  speaking: Speaking;
  findings: Finding[];
}

function Group({ speaking, findings, ...props }: RuleProps) {
  const { rule, severity, count } = speaking;
  const place = `${props.month.period} ${rule}`;
  const [isOpen, setIsOpen] = useState(opened.has(place));
  const turn = (open: boolean) => {
    if (open) opened.add(place);
    else opened.delete(place);
    setIsOpen(open);
  };
  // Of one case, or of one that comes again and again, the whole sentence says more than the rule in general.
  const only = props.isWhole && findings.every(({ message }) => message === findings[0]?.message) ? findings[0]?.message : undefined;
  const info = props.rules?.rules.find(({ code }) => code === rule);
  return (
    <details class={`group severity-${severity}`} open={isOpen} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>
        <span class={`tag severity-${severity}`}>{severityWord(severity)}</span>
        <span class="group-title">{only ?? titleOf(info, rule)}</span>
        <span class="code">{rule}</span>
        <span class="count">{formatCount(count)}</span>
      </summary>
      {isOpen && <GroupBody speaking={speaking} findings={findings} {...props} />}
    </details>
  );
}

function GroupBody({ speaking: { rule, count }, findings, book, month, isWhole, onVoucher, onAcknowledge }: RuleProps) {
  const own = useLoaded<Finding[] | null>(
    async () => (isWhole ? null : (await book.client.get<Report>(`${book.month(month.period)}/report?rule=${rule}&size=${findingsOfRuleMost}`)).findings),
    [rule, isWhole],
  );
  const shown = own.value ?? findings;
  const isWarning = findings[0]?.severity === "warning";
  return (
    <>
      <Failure error={own.error} />
      <Growing
        items={shown}
        render={(few) => (
          <ul class="findings">
            {few.map((finding, place) => (
              <FindingRow key={place} finding={finding} onVoucher={onVoucher} onAcknowledge={isWarning ? onAcknowledge : undefined} />
            ))}
          </ul>
        )}
      />
      {own.value !== undefined && own.value !== null && own.value.length < count && <p class="hint">{say.check.notAllOfRule(formatCount(own.value.length), formatCount(count))}</p>}
    </>
  );
}

function FindingRow({ finding, onVoucher, onAcknowledge }: { finding: Finding; onVoucher: (id: string) => void; onAcknowledge: ((about: Acknowledged) => void) | undefined }) {
  const { voucherId, voucherNumber, acknowledged, repair } = finding;
  return (
    <li>
      <p class="message">{finding.message}</p>
      <p class="remedy">{finding.remedy}</p>
      <div class="row wrap foot">
        <span class="chip">{repair?.offered === true ? (repair.class === "C" ? say.check.choose : say.check.inPlan) : say.check.toErp}</span>
        <span class="hint">
          {say.check.source}: {finding.source}
        </span>
        {acknowledged !== undefined && (
          <span class="chip good">
            {say.check.acknowledged(acknowledged.by)}: {acknowledged.note}
          </span>
        )}
        <span class="spring" />
        {onAcknowledge !== undefined && acknowledged === undefined && (
          <Button
            kind="quiet"
            onPress={() => onAcknowledge({ rule: finding.rule, message: finding.message, ...(voucherId === undefined ? {} : { voucherId, voucherNumber: voucherNumber ?? voucherId }) })}
          >
            {say.acknowledge.act}
          </Button>
        )}
        {voucherId !== undefined && (
          <Button kind="quiet" onPress={() => onVoucher(voucherId)}>
            {say.check.open} {voucherNumber ?? voucherId}
          </Button>
        )}
      </div>
    </li>
  );
}
