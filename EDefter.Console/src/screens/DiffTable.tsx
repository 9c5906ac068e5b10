import { type Amount, formatAmount, formatCount, isAmount } from "../exact/amount";
import { formatDay } from "../exact/days";
import { say } from "../language/language";
import { valueOf } from "../ui/rules";

export interface DiffItem {
  kind: "added" | "removed" | "changed" | "renumbered" | "same";
  voucherId: string;
  voucherNumber: string;
  date: string;
  numberBefore?: number;
  numberAfter?: number;
  lines: number;
  total: Amount;
  changes: DiffChange[];
}

interface DiffChange {
  line?: number;
  field: string;
  title: string;
  before?: string;
  after?: string;
}

/** The fields of the journal's file by the names that people's values are shown with. */
const known: Readonly<Record<string, string>> = { documentType: "document.type", voucherKind: "kind" };

/** One row a field that differs; a voucher that came or went is one row. */
export function DiffTable({ items }: { items: DiffItem[] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say.archive.compare}>
      <table class="changes diff">
        <thead>
          <tr>
            <th scope="col">{say.plan.voucher}</th>
            <th scope="col">{say.plan.line}</th>
            <th scope="col">{say.plan.field}</th>
            <th scope="col">{say.plan.before}</th>
            <th scope="col">{say.plan.after}</th>
          </tr>
        </thead>
        <tbody>{items.flatMap((item) => rowsOf(item))}</tbody>
      </table>
    </div>
  );
}

function rowsOf(item: DiffItem) {
  const head = (
    <th scope="rowgroup" rowSpan={Math.max(item.changes.length, 1)}>
      {item.voucherNumber} <span class="chip">{say.archive.counts[item.kind]}</span>
      <br />
      <span class="hint">
        {formatDay(item.date)} · {say.month.numbers} {numberOf(item.numberBefore)} → {numberOf(item.numberAfter)}
      </span>
      <br />
      <span class="hint">{formatAmount(item.total)}</span>
    </th>
  );
  if (item.changes.length === 0)
    return [
      <tr key={item.voucherId}>
        {head}
        <td colSpan={4}>{say.archive.wholeVoucher(formatCount(item.lines))}</td>
      </tr>,
    ];
  return item.changes.map((change, place) => (
    <tr key={`${item.voucherId} ${place}`}>
      {place === 0 && head}
      <td>{change.line ?? ""}</td>
      <td>{change.title}</td>
      <td class="before">
        <Value change={change} value={change.before} />
      </td>
      <td class="after">
        <Value change={change} value={change.after} />
      </td>
    </tr>
  ));
}

function numberOf(number: number | undefined): string {
  return number === undefined ? say.none : formatCount(number);
}

function Value({ change, value }: { change: DiffChange; value: string | undefined }) {
  const text = change.field === "originalAmount" && isAmount(value) ? formatAmount(value) : valueOf(known[change.field] ?? change.field, value);
  return text === null ? <span class="hint">{say.plan.empties}</span> : <span class="value">{text}</span>;
}
