import { useEffect, useState } from "preact/hooks";
import type { NumberResult } from "../api/shapes";
import { formatAmount, formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { useWork } from "../ui/work";
import type { MonthProps } from "./MonthScreen";

/** The numbers before they are given, with their proof; then those that were. */
export function NumbersTab({ book, month, by, onChanged, onTab }: MonthProps) {
  const [preview, setPreview] = useState<NumberResult | null>(null);
  const [asked, setAsked] = useState<"give" | "undo" | null>(null);
  const work = useWork();
  const path = `${book.month(month.period)}/numbers`;
  const given = month.numbers;
  const look = () => work.run(async (onProgress) => setPreview(await book.client.act<NumberResult>(`${path}/preview`, {}, onProgress)));
  useEffect(() => {
    setPreview(null); // It was of the month as it stood before.
    if (given === undefined && (month.state === "clean" || month.vouchers === 0)) look();
  }, [month.revision, month.state]);
  const give = () =>
    work.run(async (onProgress) => {
      // What was looked at is what is numbered: the order's digest goes along, and another order is refused.
      await book.client.act(path, { by, order: preview?.order }, onProgress, { "If-Match": `"${month.revision}"` });
      await onChanged();
    });
  const undo = () =>
    work.run(async (onProgress) => {
      await book.client.act(`${path}/undo`, { by }, onProgress);
      setPreview(null);
      await onChanged();
    });
  return (
    <>
      <p class="lead">{say.numbers.lead}</p>
      {given === undefined && month.vouchers > 0 && (
        <p class="hint">
          {say.rehearsal.before}{" "}
          <Button id="to-rehearsal" kind="quiet" onPress={() => onTab("prova")}>
            {say.tabs.prova} →
          </Button>
        </p>
      )}
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      {given === undefined ? (
        <>
          {month.state !== "clean" && month.vouchers > 0 && <Notice kind="warning">{say.numbers.notClean}</Notice>}
          {preview === null ? (
            <Button id="preview" disabled={work.running} onPress={look}>
              {say.numbers.preview}
            </Button>
          ) : (
            <>
              <Proof title={say.numbers.previewTitle} numbers={preview} />
              <div class="act-bar">
                <span>
                  {say.by}: {by}
                </span>
                <Button id="give-numbers" kind="main" disabled={work.running} onPress={() => setAsked("give")}>
                  {say.numbers.give}
                </Button>
              </div>
            </>
          )}
        </>
      ) : (
        <>
          <Proof title={say.numbers.givenTitle} numbers={given} />
          <div class="act-bar">
            <span>{month.numberedBy !== undefined && say.numbers.by(month.numberedBy)}</span>
            {month.state !== "filed" && (
              <Button disabled={work.running} onPress={() => setAsked("undo")}>
                {say.numbers.undo}
              </Button>
            )}
            <Button id="to-archive" kind="main" onPress={() => onTab("arsiv")}>
              {say.numbers.toArchive} →
            </Button>
          </div>
        </>
      )}
      {asked === "give" && preview !== null && (
        <Confirm
          title={say.numbers.giveTitle}
          text={preview.vouchers === 0 ? say.numbers.giveEmpty : say.numbers.giveText(formatCount(preview.first), formatCount(preview.last))}
          act={say.numbers.give}
          onAct={give}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === "undo" && <Confirm title={say.numbers.undoTitle} text={say.numbers.undoText} act={say.numbers.undo} onAct={undo} onClose={() => setAsked(null)} />}
    </>
  );
}

function Proof({ title, numbers }: { title: string; numbers: NumberResult }) {
  // A month without vouchers has a range whose end stands before its beginning: no number is in it.
  const numberOf = (number: number) => (numbers.vouchers === 0 ? say.none : formatCount(number));
  return (
    <section class="card">
      <h2>{title}</h2>
      {numbers.vouchers === 0 && <p>{say.numbers.empty}</p>}
      <dl class="totals">
        {[
          [say.numbers.first, numberOf(numbers.first)],
          [say.numbers.last, numberOf(numbers.last)],
          [say.numbers.firstLine, numberOf(numbers.firstLine)],
          [say.numbers.lastLine, numberOf(numbers.lastLine)],
          [say.month.vouchers, formatCount(numbers.vouchers)],
          [say.month.lines, formatCount(numbers.lines)],
          [say.month.debit, formatAmount(numbers.debit)],
          [say.month.credit, formatAmount(numbers.credit)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{say.numbers.proof}</summary>
        <p class="hint">{say.numbers.proofHint}</p>
        <dl class="hashes">
          {[
            [say.numbers.order, numbers.order],
            [say.numbers.previous, numbers.previous],
            [say.numbers.chain, numbers.chain],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="hash">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
