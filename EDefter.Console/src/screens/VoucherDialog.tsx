import type { Book } from "../api/book";
import type { Finding, Month, Report, Rules, Voucher, VoucherLine } from "../api/shapes";
import { type Amount, formatAmount, isAmount, plus } from "../exact/amount";
import { formatDay } from "../exact/days";
import { say } from "../language/language";
import { Failure } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { SourceLink } from "../ui/SourceLink";
import { nameOfField, severityWord, valueOf } from "../ui/rules";
import { useLoaded } from "../ui/work";

const findingsPerPage = 500;

interface Shown {
  voucher: Voucher;
  findings: Finding[];
}

/** A voucher as the ERP sent it, the faulty fields marked, and beside it what to do about each. */
export function VoucherDialog({ book, month, id, rules, onClose }: { book: Book; month: Month; id: string; rules: Rules | undefined; onClose: () => void }) {
  const shown = useLoaded<Shown>(async () => {
    const [voucher, findings] = await Promise.all([
      book.client.get<Voucher>(book.voucher(id)),
      book.client.pages<Finding, Report>(`${book.month(month.period)}/report?voucher=${encodeURIComponent(id)}&size=${findingsPerPage}`, (page) => page.findings),
    ]);
    return { voucher, findings };
  }, [id]);
  const number = shown.value?.voucher.number ?? id;
  return (
    <Dialog wide title={say.voucher.title(number)} onClose={onClose}>
      <Failure error={shown.error} />
      {shown.value === undefined ? (
        shown.error === null && <p class="loading">{say.loading}</p>
      ) : (
        <div class="voucher">
          <div class="voucher-sheet">
            <Head {...shown.value} rules={rules} />
            <Lines {...shown.value} rules={rules} />
          </div>
          <Remedies findings={shown.value.findings} rules={rules} />
        </div>
      )}
    </Dialog>
  );
}

/** The finding that makes a field faulty; a finding about the whole document marks each of its fields. */
function faultOf(findings: Finding[], field: string, line?: number): Finding | undefined {
  return findings.find(
    (finding) =>
      finding.field !== undefined && (finding.line === line || (finding.line === undefined && line !== undefined && field.startsWith("document"))) && (finding.field === field || field.startsWith(`${finding.field}.`)),
  );
}

function Marked({ text, fault }: { text: string; fault: Finding | undefined }) {
  if (fault === undefined) return <>{text}</>;
  return (
    <mark class={`severity-${fault.severity}`} title={fault.message}>
      {text === "" ? say.plan.empties : text}
      <span class="unseen"> ({say.voucher.faulty})</span>
    </mark>
  );
}

function Head({ voucher, findings, rules }: Shown & { rules: Rules | undefined }) {
  const fields = ["number", "date", "kind", "state", "enteredBy", "comment", "module"] as const;
  return (
    <dl class="voucher-head">
      {fields.map((field) => {
        const fault = faultOf(findings, field);
        const text = valueOf(field, voucher[field]) ?? "";
        return text === "" && fault === undefined ? null : (
          <div key={field}>
            <dt>{nameOfField(rules, field)}</dt>
            <dd>
              <Marked text={text} fault={fault} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Lines({ voucher, findings }: Shown & { rules: Rules | undefined }) {
  // Where a text stands in an amount's place there is no sum: the others alone would look like one.
  const total = (side: "debit" | "credit") => {
    const amounts = voucher.lines.map((line) => line[side]).filter((amount) => amount !== undefined);
    return amounts.every(isAmount) ? formatAmount(amounts.reduce<string>(plus, "0")) : say.none;
  };
  const balance = findings.find(({ field }) => field === "balance");
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say.voucher.lines}>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{say.words.fields["account"] ?? "Hesap"}</th>
            <th scope="col">{say.voucher.document}</th>
            <th scope="col" class="number">
              {say.month.debit}
            </th>
            <th scope="col" class="number">
              {say.month.credit}
            </th>
          </tr>
        </thead>
        <tbody>
          {voucher.lines.map((line, place) => (
            <Line key={place} line={line} number={place + 1} findings={findings} voucherDate={voucher.date} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say.voucher.total}
            </th>
            <td class="number">
              <Marked text={total("debit")} fault={balance} />
            </td>
            <td class="number">
              <Marked text={total("credit")} fault={balance} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Line({ line, number, findings, voucherDate }: { line: VoucherLine; number: number; findings: Finding[]; voucherDate: string | undefined }) {
  const fault = (field: string) => faultOf(findings, field, number);
  const amount = (value: Amount | undefined) => (value === undefined ? "" : formatAmount(value));
  const document = line.document;
  const whole = findings.some((finding) => finding.line === number && finding.field === "lines");
  return (
    <tr class={whole ? "faulty" : ""}>
      <td>{number}</td>
      <td>
        <span class="code">
          <Marked text={line.account ?? ""} fault={fault("account")} />
        </span>{" "}
        <Marked text={line.accountName ?? ""} fault={fault("accountName")} /> <Marked text="" fault={fault("mainAccountName")} />
        <br />
        <span class="hint">
          <Marked text={line.description ?? ""} fault={fault("description")} />
          {(line.paymentMethod !== undefined || fault("paymentMethod") !== undefined) && (
            <>
              {" · "}
              <Marked text={line.paymentMethod?.trim() ?? ""} fault={fault("paymentMethod")} />
            </>
          )}
          {line.postingDate !== undefined && line.postingDate !== voucherDate && (
            <>
              {" · "}
              <Marked text={formatDay(line.postingDate)} fault={fault("postingDate")} />
            </>
          )}
        </span>
      </td>
      <td>
        <Marked text={valueOf("document.type", document?.type) ?? ""} fault={fault("document.type")} />{" "}
        <Marked text={document?.typeDescription ?? ""} fault={fault("document.typeDescription")} />
        <br />
        <span class="hint">
          <Marked text={document?.number ?? ""} fault={fault("document.number")} /> <Marked text={document?.date === undefined ? "" : (valueOf("date", document.date) ?? "")} fault={fault("document.date")} />
        </span>
      </td>
      <td class="number">
        <Marked text={amount(line.debit)} fault={fault("debit")} />
      </td>
      <td class="number">
        <Marked text={amount(line.credit)} fault={fault("credit")} />
      </td>
    </tr>
  );
}

function Remedies({ findings, rules }: { findings: Finding[]; rules: Rules | undefined }) {
  return (
    <aside>
      <h3>{findings.length === 0 ? say.voucher.noFindings : say.voucher.findings}</h3>
      <ul class="findings">
        {findings.map((finding, place) => (
          <li key={place} class={`severity-${finding.severity}`}>
            <p class="row wrap">
              <span class={`tag severity-${finding.severity}`}>{severityWord(finding.severity)}</span>
              <span class="code">{finding.rule}</span>
              {finding.field !== undefined && (
                <span class="hint">
                  {finding.line === undefined ? "" : `${say.check.line(finding.line)}, `}
                  {nameOfField(rules, finding.field)}
                </span>
              )}
            </p>
            <p class="message">{finding.message}</p>
            <p class="remedy">{finding.remedy}</p>
            <SourceLink link={finding.link} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
