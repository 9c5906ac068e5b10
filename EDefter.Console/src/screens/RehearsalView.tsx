import { useState } from "preact/hooks";
import type { Rehearsal, RehearsedDocument } from "../api/rehearsal";
import { formatCount } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Notice } from "../ui/controls";
import { useWork } from "../ui/work";
import type { MonthProps } from "./MonthScreen";
import { RehearsalFindings } from "./RehearsalFindings";
import { RehearsalLeftOut } from "./RehearsalLeftOut";
import { VoucherDialog } from "./VoucherDialog";

/** The report of a rehearsal: the verdict, what was asked and what was not, every finding with its way back to the voucher. */
export function RehearsalView({ book, month, rules, report }: MonthProps & { report: Rehearsal }) {
  const [voucher, setVoucher] = useState<string | null>(null);
  const work = useWork();
  // A part of a divided voucher ("344541#2") is in the log under the whole voucher's id.
  const open = (id: string) => setVoucher(id.split("#")[0] ?? id);
  return (
    <section class="rehearsal" aria-label={say.rehearsal.title}>
      {!report.current && <Notice kind="warning">{say.rehearsal.moved}</Notice>}
      <Verdict report={report} />
      {report.remarks.map((remark) => (
        <Notice key={remark}>{remark}</Notice>
      ))}
      <RehearsalFindings report={report} onVoucher={open} />
      <RehearsalLeftOut report={report} onVoucher={open} />
      <Documents documents={report.documents} />
      <section class="card">
        <h2>{say.rehearsal.notAskedTitle}</h2>
        <p>{report.schema.message}</p>
        <p>
          {say.rehearsal.notAsked} <span class="code">{report.notAsked.join(", ")}</span>
        </p>
        <Button kind="quiet" disabled={work.running} onPress={() => work.run(() => book.client.save(`${book.month(month.period)}/rehearsal?format=xlsx`, `prova-${month.period}.xlsx`))}>
          {say.rehearsal.workbook}
        </Button>
        <Failure error={work.error} />
      </section>
      {voucher !== null && <VoucherDialog book={book} month={month} id={voucher} rules={rules} onClose={() => setVoucher(null)} />}
    </section>
  );
}

function Verdict({ report }: { report: Rehearsal }) {
  const asked = report.documents.reduce((sum, { asserts }) => sum + asserts.run, 0);
  const found = report.findingCount + report.unwritableCount;
  return (
    <div class={`notice ${report.clean ? "good" : "error"}`} role="status" data-clean={report.clean}>
      <strong>{report.clean ? say.rehearsal.clean : say.rehearsal.found(formatCount(found), formatCount(report.leftOutCount))}</strong>
      <p>
        {say.rehearsal.asked(formatCount(report.documents.length), formatCount(asked), formatCount(report.entries))} {report.numbered ? say.rehearsal.numbered : say.rehearsal.provisional}
      </p>
      <p class="hint">{say.rehearsal.at(formatInstant(report.rehearsedAt))}</p>
    </div>
  );
}

// Berats and the report have neither entries nor accounts.
function isBook({ kind }: RehearsedDocument): boolean {
  return kind === "journal" || kind === "ledger";
}

function Documents({ documents }: { documents: RehearsedDocument[] }) {
  return (
    <section class="card">
      <h2>{say.rehearsal.documents}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={say.rehearsal.documents}>
        <table class="documents">
          <thead>
            <tr>
              <th scope="col">{say.rehearsal.document}</th>
              <th scope="col" class="number">
                {say.rehearsal.entries}
              </th>
              <th scope="col" class="number">
                {say.month.lines}
              </th>
              <th scope="col" class="number">
                {say.rehearsal.asserts}
              </th>
              <th scope="col" class="number">
                {say.rehearsal.failed}
              </th>
              <th scope="col">{say.rehearsal.schema}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <tr key={document.name}>
                <td>
                  {say.rehearsal.kinds[document.kind] ?? document.kind}
                  <br />
                  <span class="hint value">{document.name}</span>
                </td>
                <td class="number">{isBook(document) ? formatCount(document.entries) : ""}</td>
                <td class="number">{isBook(document) ? formatCount(document.lines) : ""}</td>
                <td class="number">{formatCount(document.asserts.run)}</td>
                <td class="number">{formatCount(document.asserts.failed)}</td>
                <td>
                  <span class={`chip outcome-${document.xsd === "passed" ? "ran" : document.xsd === "failed" ? "skipped" : ""}`}>{say.rehearsal.xsd[document.xsd]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
