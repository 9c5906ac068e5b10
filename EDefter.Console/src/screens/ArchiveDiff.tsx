import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Archive } from "../api/shapes";
import { type Amount, formatAmount, formatCount } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { useLoaded, useWork } from "../ui/work";
import { type DiffItem, DiffTable } from "./DiffTable";

interface Side {
  archive: Archive;
  totals: { vouchers: number; lines: number; debit: Amount; credit: Amount };
}

export interface Diff {
  before: Side;
  after: Side;
  counts: Record<DiffItem["kind"] | "lines", number>;
  items: DiffItem[];
  next?: string;
}

const countNames = ["added", "removed", "changed", "renumbered", "same"] as const;
const pageSize = 100;

/** What two archives of the month say differently: voucher by voucher, field by field, page by page. */
export function ArchiveDiff({ book, path, before, after, onClose }: { book: Book; path: string; before: string; after: string; onClose: () => void }) {
  const diff = useLoaded<Diff>(() => book.client.get(`${path}/${before}/diff/${after}?size=${pageSize}`), [before, after]);
  return (
    <Dialog wide title={say.archive.compare} onClose={onClose}>
      <Failure error={diff.error} />
      {diff.value === undefined ? diff.error === null && <p class="loading">{say.loading}</p> : <Told book={book} diff={diff.value} />}
    </Dialog>
  );
}

function Told({ book, diff }: { book: Book; diff: Diff }) {
  const [items, setItems] = useState(diff.items);
  const [next, setNext] = useState(diff.next);
  const work = useWork();
  const more = (path: string) =>
    work.run(async () => {
      const page = await book.client.get<Diff>(path);
      setItems([...items, ...page.items]);
      setNext(page.next);
    });
  const all = diff.counts.added + diff.counts.removed + diff.counts.changed;
  return (
    <>
      <div class="two sides">
        <SideCard title={say.archive.earlier} side={diff.before} />
        <SideCard title={say.archive.later} side={diff.after} />
      </div>
      <dl class="totals small">
        {countNames.map((name) => (
          <div key={name} data-count={name}>
            <dt>{say.archive.counts[name]}</dt>
            <dd>{formatCount(diff.counts[name])}</dd>
          </div>
        ))}
      </dl>
      {diff.counts.renumbered > 0 && <p class="hint">{say.archive.renumberedHint}</p>}
      {all === 0 ? <p class="notice good">{say.archive.sameContent}</p> : <DiffTable items={items} />}
      <Failure error={work.error} />
      {next !== undefined && (
        <Button id="more-diff" kind="quiet" disabled={work.running} onPress={() => more(next)}>
          {say.more(formatCount(all - items.length))}
        </Button>
      )}
    </>
  );
}

function SideCard({ title, side: { archive, totals } }: { title: string; side: Side }) {
  return (
    <section>
      <h3>{title}</h3>
      <p class="value">{archive.file}</p>
      <p class="hint">
        {archive.by}, {formatInstant(archive.at)}
        <br />
        {formatCount(totals.vouchers)} {say.month.vouchers.toLocaleLowerCase("tr-TR")}, {formatCount(totals.lines)} {say.month.lines.toLocaleLowerCase("tr-TR")}, {say.month.debit} {formatAmount(totals.debit)}, {say.month.credit}{" "}
        {formatAmount(totals.credit)}
      </p>
    </section>
  );
}
