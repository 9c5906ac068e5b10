import type { Book } from "../api/book";
import { formatAmount, formatCount, type Amount } from "../exact/amount";
import { formatDay } from "../exact/days";
import { say } from "../language/language";
import { Failure } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { useLoaded } from "../ui/work";

type CountName = "added" | "removed" | "changed" | "renumbered" | "same";

interface Diff {
  counts: Record<CountName, number>;
  items: {
    kind: CountName;
    voucherId: string;
    voucherNumber: string;
    date: string;
    numberBefore?: number;
    numberAfter?: number;
    total: Amount;
    changes: { line?: number; field: string; before?: string; after?: string }[];
  }[];
  next?: string;
}

const countNames: readonly CountName[] = ["added", "removed", "changed", "renumbered", "same"];

/** What two archives of the month say differently, voucher by voucher. */
export function ArchiveDiff({ book, path, before, after, onClose }: { book: Book; path: string; before: string; after: string; onClose: () => void }) {
  const diff = useLoaded<Diff>(() => book.client.get(`${path}/${before}/diff/${after}?size=200`), [before, after]);
  return (
    <Dialog wide title={say.archive.compare} onClose={onClose}>
      <Failure error={diff.error} />
      {diff.value === undefined ? (
        diff.error === null && <p class="loading">{say.loading}</p>
      ) : (
        <>
          <dl class="totals small">
            {countNames.map((name) => (
              <div key={name}>
                <dt>{say.archive.counts[name]}</dt>
                <dd>{formatCount(diff.value?.counts[name] ?? 0)}</dd>
              </div>
            ))}
          </dl>
          <div class="scroll" tabIndex={0} role="region" aria-label={say.archive.compare}>
            <table>
              <tbody>
                {diff.value.items.map((item) => (
                  <tr key={item.voucherId}>
                    <td>
                      <span class="chip">{say.archive.counts[item.kind]}</span>
                    </td>
                    <td>
                      {item.voucherNumber}
                      <br />
                      <span class="hint">
                        {formatDay(item.date)} · {item.numberBefore ?? say.none} → {item.numberAfter ?? say.none}
                      </span>
                    </td>
                    <td>
                      {item.changes.map((change, place) => (
                        <div key={place}>
                          {change.field}
                          {change.line !== undefined && ` (${say.check.line(change.line)})`}: {change.before ?? say.plan.empties} → {change.after ?? say.plan.empties}
                        </div>
                      ))}
                    </td>
                    <td class="number">{formatAmount(item.total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {diff.value.next !== undefined && <p class="hint">…</p>}
        </>
      )}
    </Dialog>
  );
}
