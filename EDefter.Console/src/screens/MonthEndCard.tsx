import type { Book } from "../api/book";
import type { Month } from "../api/shapes";
import { say } from "../language/language";
import { hashOf } from "../ui/route";

/** That the month end worked here by itself, how it ended, and the way to its story. */
export function MonthEndCard({ book, month, end }: { book: Book; month: Month; end: NonNullable<Month["monthEnd"]> }) {
  return (
    <section class="card row wrap between month-end">
      <span>
        <b>{say.autoClose.title}</b> <OutcomeChip outcome={end.outcome} />
        {end.reason !== undefined && <span class="block">{end.reason}</span>}
      </span>
      <a id="story" class="button quiet" href={hashOf({ company: book.company, branch: book.branch, period: month.period, tab: "kapanis" })}>
        {say.autoClose.story} →
      </a>
    </section>
  );
}

export function OutcomeChip({ outcome }: { outcome: string }) {
  const words: Record<string, string> = say.autoClose.outcome;
  return <span class={`chip ${outcome === "done" ? "good" : outcome === "failed" ? "outcome-skipped" : outcome === "stopped" ? "outcome-noData" : ""}`}>{words[outcome] ?? outcome}</span>;
}
