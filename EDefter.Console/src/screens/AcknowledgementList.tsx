import type { Book } from "../api/book";
import type { Month, Rules } from "../api/shapes";
import { formatDay, formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { titleOf } from "../ui/rules";
import { useLoaded, useWork } from "../ui/work";

interface Acknowledgement {
  id: string;
  rule: string;
  voucherId?: string;
  period?: string;
  note: string;
  by: string;
  at: string;
  /** The last day on which it holds. */
  until?: string;
  state: "standing" | "withdrawn" | "expired" | "voucherChanged";
}

/** Who lets which warning of the month stand and until when, and taking it back. What holds no more is shown with the reason: its warning is back. */
export function AcknowledgementList({ book, month, by, rules, count, onChanged }: { book: Book; month: Month; by: string; rules: Rules | undefined; count: number; onChanged: () => void }) {
  const list = useLoaded<Acknowledgement[]>(() => book.client.get(`${book.path}/acknowledgements`), [book, count]);
  const work = useWork();
  const standing = list.value?.filter(({ period, state }) => state !== "withdrawn" && (period === undefined || period === month.period)) ?? [];
  const withdraw = (id: string) =>
    work.run(async () => {
      await book.client.remove(`${book.path}/acknowledgements/${encodeURIComponent(id)}`, { by });
      list.reload();
      onChanged();
    });
  if (standing.length === 0) return <Failure error={list.error} />;
  return (
    <section class="card">
      <h2>{say.acknowledge.list}</h2>
      <Failure error={work.error} />
      <ul class="plain">
        {standing.map((each) => (
          <li key={each.id} class="row wrap">
            <span class="code">{each.rule}</span>
            <span class="grow">
              {titleOf(rules?.rules.find(({ code }) => code === each.rule), each.rule)}
              {each.voucherId !== undefined && ` (${each.voucherId})`}
              <br />
              <span class="hint">
                "{each.note}" · {each.by}, {formatInstant(each.at)}
                {each.until !== undefined && ` · ${say.acknowledge.holdsUntil(formatDay(each.until))}`}
              </span>{" "}
              {each.state !== "standing" && <span class="chip outcome-noData">{each.state === "expired" ? say.acknowledge.expired : say.acknowledge.voucherChanged}</span>}
            </span>
            {month.numbers === undefined && each.state === "standing" && (
              <Button kind="quiet" disabled={work.running} onPress={() => withdraw(each.id)}>
                {say.acknowledge.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
