import { useState } from "preact/hooks";
import type { Received } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Growing, Notice } from "../ui/controls";
import { DropZone } from "../ui/DropZone";
import { useLoaded, useWork } from "../ui/work";
import { DaysChart } from "./DaysChart";
import type { MonthProps } from "./MonthScreen";
import { SourceCount } from "./SourceCount";
import { type Sending, sendFile } from "./sending";

interface Outcome {
  file: string;
  received: Received;
}

interface ReadingProfile {
  id: string;
  title: string;
}

/** Vouchers come in here, by the file; what was rejected is said row by row. */
export function VouchersTab({ book, month, onChanged, onTab }: MonthProps) {
  const [profile, setProfile] = useState("edefter");
  const [sending, setSending] = useState<Sending | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const work = useWork();
  const profiles = useLoaded<ReadingProfile[]>(() => book.client.get(`${book.companyPath}/reading-profiles`), [book]).value;
  const take = (files: File[]) =>
    work.run(async () => {
      try {
        for (const file of files) {
          const received = await sendFile(book, file, profile, setSending);
          setOutcomes((before) => [{ file: file.name, received }, ...before]);
        }
      } finally {
        setSending(null);
        onChanged();
      }
    });
  return (
    <>
      <section class="card">
        <h2>{say.upload.title}</h2>
        <DropZone id="upload" label={say.upload.drop} hint={say.upload.kinds} accept=".json,.ndjson,.jsonl,.xlsx,.csv" multiple disabled={work.running} onFiles={take} />
        <div class="row wrap below">
          <label class="inline">
            {say.upload.profile}{" "}
            <select value={profile} onChange={(event) => setProfile(event.currentTarget.value)}>
              {(profiles ?? [{ id: "edefter", title: "EDefter" }]).map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <Button kind="quiet" onPress={() => work.run(() => book.client.save("/api/templates/vouchers.xlsx", "fisler.xlsx"))}>
            {say.upload.template}
          </Button>
        </div>
        {sending !== null && (
          <div class="progress" role="status">
            <progress aria-label={say.working} {...(sending.isSent ? {} : { value: sending.sent, max: sending.total })} />
            <span>{sending.isSent ? say.upload.storing(sending.name) : say.upload.sending(sending.name)}</span>
          </div>
        )}
        <Failure error={work.error} />
        {outcomes.map((outcome, place) => (
          <OutcomeCard key={outcomes.length - place} outcome={outcome} period={month.period} />
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
      {month.vouchers > 0 && <DaysChart book={book} month={month} />}
    </>
  );
}

function OutcomeCard({ outcome: { file, received }, period }: { outcome: Outcome; period: string }) {
  const elsewhere = received.periods.map((written) => written.period).filter((written) => written !== period);
  return (
    <div class="outcome" role="status">
      <h3>{say.upload.outcome(file)}</h3>
      <dl class="totals small">
        {([
          [say.upload.received, received.received],
          [say.upload.stored, received.stored],
          [say.upload.unchanged, received.unchanged],
          [say.upload.rejected, received.rejected.length],
        ] as const).map(([name, count]) => (
          <div key={name} class={name === say.upload.rejected && count > 0 ? "wrong" : ""}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {received.undated > 0 && <Notice kind="warning">{say.upload.undated(formatCount(received.undated))}</Notice>}
      {received.supersededRepairs.length > 0 && <Notice>{say.upload.superseded(formatCount(received.supersededRepairs.length))}</Notice>}
      {elsewhere.length > 0 && <Notice kind="warning">{say.upload.otherMonths(elsewhere.map(formatPeriod).join(", "))}</Notice>}
      {received.rejected.length > 0 && <RejectedTable rows={received.rejected} />}
    </div>
  );
}

function RejectedTable({ rows }: { rows: Received["rejected"] }) {
  return (
    <div class="rejected">
      <h4>{say.upload.rejectedTitle}</h4>
      <p class="hint">{say.upload.rejectedLine}</p>
      <Growing
        items={rows}
        render={(shown) => (
          <div class="scroll" tabIndex={0} role="region" aria-label={say.upload.rejectedTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.upload.place}</th>
                  <th scope="col">{say.upload.id}</th>
                  <th scope="col">{say.upload.reason}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row, place) => (
                  <tr key={place}>
                    <td>{row.at}</td>
                    <td>{row.id ?? say.none}</td>
                    <td>{row.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      />
    </div>
  );
}
