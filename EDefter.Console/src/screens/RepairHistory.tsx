import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Month, RepairRun, Rules } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, JobProgress } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { useWork } from "../ui/work";

interface HistoryProps {
  book: Book;
  month: Month;
  by: string;
  runs: RepairRun[] | undefined;
  error: unknown;
  rules: Rules | undefined;
  onUndone: () => void;
}

/** What was planned, applied and undone, by whom and when; nothing is ever deleted from it. */
export function RepairHistory({ book, month, by, runs, error, onUndone }: HistoryProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const work = useWork();
  const undo = (run: string) =>
    work.run(async (onProgress) => {
      await book.client.act(`${book.month(month.period)}/repairs/${run}/undo`, { by }, onProgress);
      try {
        await book.client.act(`${book.month(month.period)}/check`, {}, onProgress);
      } finally {
        onUndone(); // It is undone, whatever became of the check after it.
      }
    });
  const told = (runs ?? []).filter(({ acts }) => acts.some(({ kind }) => kind !== "plan"));
  return (
    <section class="card">
      <h2>{say.plan.history}</h2>
      <Failure error={error} />
      <Failure error={work.error} />
      {work.running && <JobProgress job={work.job} />}
      {told.length === 0 && <p class="hint">{say.plan.historyNone}</p>}
      <ul class="plain">
        {told.map((run) => (
          <li key={run.run} class="row wrap">
            <ol class="grow acts-list">
              {run.acts.map((act, place) => (
                <li key={place}>
                  <b>{say.plan.acts[act.kind]}</b> · {act.kind === "plan" ? "" : `${act.by}, `}
                  {formatInstant(act.at)} · {say.plan.changes(formatCount(act.changes))}
                </li>
              ))}
            </ol>
            {run.state === "applied" && month.numbers === undefined && (
              <Button kind="plain" disabled={work.running} onPress={() => setAsked(run.run)}>
                {say.plan.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <Confirm title={say.plan.undoTitle} text={say.plan.undoText} act={say.plan.undo} onAct={() => undo(asked)} onClose={() => setAsked(null)} />}
    </section>
  );
}
