import { useRef, useState } from "preact/hooks";
import type { Job } from "../api/shapes";
import { formatBytes } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { DropZone } from "../ui/DropZone";
import { useLoaded, useWork } from "../ui/work";
import { AccountsCard } from "./AccountsCard";
import { DaysChart } from "./DaysChart";
import type { MonthProps } from "./MonthScreen";
import { ReadingChoice, type ReadingProfile } from "./ReadingChoice";
import { SourceCount } from "./SourceCount";
import { TemplateButton } from "./TemplateButton";
import { type Sending, sendFile, type Taken } from "./sending";
import { UploadOutcome } from "./UploadOutcome";

/** A file and how it is to be read. */
interface Wish {
  file: File;
  reading: string;
}

interface Outcome {
  file: string;
  taken: Taken;
}

/** Vouchers come in here, by the file; what was rejected is said row by row. */
export function VouchersTab({ book, month, onChanged, onTab }: MonthProps) {
  const [profile, setProfile] = useState("edefter");
  const [sending, setSending] = useState<Sending | null>(null);
  const [importing, setImporting] = useState<Job | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [missed, setMissed] = useState<string[]>([]);
  const work = useWork();
  const readings = useLoaded<ReadingProfile[]>(() => book.client.get(`${book.companyPath}/reading-profiles`), [book]);
  // A file that comes while another is on its way waits for its turn.
  const waiting = useRef<Wish[]>([]);
  const send = async ({ file, reading }: Wish) => {
    setImporting(null);
    const taken = await sendFile(book, file, reading, setSending, setImporting);
    setOutcomes((before) => [{ file: file.name, taken }, ...before]);
  };
  const sendAll = async () => {
    try {
      for (let [next] = waiting.current; next !== undefined; [next] = waiting.current) {
        await send(next);
        waiting.current.shift();
      }
    } finally {
      const left = waiting.current.splice(0).map(({ file }) => file.name);
      setMissed((before) => [...before, ...left]);
      setSending(null);
      setImporting(null);
      await onChanged();
    }
  };
  const take = (files: File[]) => {
    waiting.current.push(...files.map((file) => ({ file, reading: profile })));
    work.run(async () => {
      setMissed([]);
      let trouble: unknown = null;
      while (waiting.current.length > 0) await sendAll().catch((failed: unknown) => (trouble = failed));
      if (trouble !== null) throw trouble;
    });
  };
  return (
    <>
      <section class="card">
        <h2>{say.upload.title}</h2>
        <DropZone id="upload" label={say.upload.drop} hint={say.upload.kinds} accept=".json,.ndjson,.jsonl,.xlsx,.csv" multiple onFiles={take} />
        <div class="row wrap below">
          <label class="inline">
            {say.upload.profile} <ReadingChoice readings={readings.value ?? []} reads="vouchers" chosen={profile} onChoose={setProfile} />
          </label>
          <TemplateButton client={book.client} kind="vouchers" name="fisler.xlsx" />
        </div>
        {sending !== null && importing === null && (
          <div class="progress" role="status">
            <progress aria-label={say.working} {...(sending.isSent ? {} : { value: sending.sent, max: sending.total })} />
            <span>
              {sending.isSent ? say.upload.storing(sending.name) : say.upload.sending(sending.name)}
              {!sending.isSent && ` · ${formatBytes(sending.sent)} / ${formatBytes(sending.total)}`}
            </span>
          </div>
        )}
        {importing !== null && <JobProgress job={importing} />}
        <Failure error={readings.error} />
        <Failure error={work.error} />
        {missed.length > 0 && <Notice kind="warning">{say.upload.missed(missed.join(", "))}</Notice>}
        {outcomes.map((outcome, place) => (
          <UploadOutcome key={outcomes.length - place} client={book.client} file={outcome.file} taken={outcome.taken} period={month.period} />
        ))}
        {month.vouchers > 0 && month.numbers === undefined && (
          <div class="row end">
            <Button id="to-check" kind="main" onPress={() => onTab("kontrol")}>
              {say.tabs.kontrol} →
            </Button>
          </div>
        )}
      </section>
      <SourceCount book={book} month={month} onChanged={onChanged} />
      <AccountsCard book={book} readings={readings.value ?? []} onChanged={onChanged} />
      {month.vouchers > 0 && <DaysChart book={book} month={month} />}
    </>
  );
}
