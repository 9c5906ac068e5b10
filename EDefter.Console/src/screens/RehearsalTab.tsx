import { useState } from "preact/hooks";
import { Refusal } from "../api/client";
import type { Rehearsal } from "../api/rehearsal";
import type { Archive } from "../api/shapes";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { useLoaded, useWork } from "../ui/work";
import { ArchiveReady } from "./ArchiveReady";
import { DraftCard } from "./DraftCard";
import type { MonthProps } from "./MonthScreen";
import { RehearsalView } from "./RehearsalView";

const notRehearsed = "urn:edefter:not-rehearsed";

/** The month as the authority will see it, asked its rules before anybody signs: run, read, and kept as an unsigned draft when that is wanted. */
export function RehearsalTab(props: MonthProps) {
  const { book, month, by, onChanged } = props;
  const [kept, setKept] = useState<Archive | null>(null);
  const path = book.month(month.period);
  const last = useLoaded<Rehearsal | null>(
    () =>
      book.client.get<Rehearsal>(`${path}/rehearsal`).catch((refused: unknown) => {
        if (refused instanceof Refusal && refused.problem.type === notRehearsed) return null;
        throw refused;
      }),
    [path, month.revision],
  );
  const work = useWork();
  const rehearse = () =>
    work.run(async (onProgress) => {
      await book.client.act(`${path}/rehearse`, {}, onProgress);
      await last.reload();
    });
  const keep = (parameters: Record<string, string> | undefined) =>
    work.run(async (onProgress) => {
      setKept(null);
      const { archive } = await book.client.act<Rehearsal>(`${path}/rehearse`, { keep: true, by, ...(parameters === undefined ? {} : { parameters }) }, onProgress);
      if (archive !== undefined) setKept(await book.client.get<Archive>(`${path}/archives/${archive.id}`));
      await Promise.all([last.reload(), onChanged()]);
    });
  const report = last.value;
  return (
    <>
      <p class="lead">{say.rehearsal.lead}</p>
      <div class="row wrap acts">
        <Button id="rehearse" kind={report?.current === true ? "plain" : "main"} disabled={work.running || month.vouchers === 0} onPress={rehearse}>
          {report === null || report === undefined ? say.rehearsal.run : say.rehearsal.again}
        </Button>
        {month.vouchers === 0 && <span class="hint">{say.year.empty}</span>}
      </div>
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      <Failure error={last.error} />
      {report === null && !work.running && <Notice>{say.rehearsal.notYet}</Notice>}
      {report !== null && report !== undefined && <RehearsalView key={report.rehearsedAt} {...props} report={report} />}
      {kept?.url !== undefined && <ArchiveReady archive={kept} url={kept.url} />}
      <DraftCard book={book} isNumbered={month.numbers !== undefined && month.numbers.vouchers > 0} isBusy={work.running} by={by} onKeep={keep} />
    </>
  );
}
