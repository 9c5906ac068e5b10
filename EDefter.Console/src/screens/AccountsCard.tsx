import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import { Refusal } from "../api/client";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Failure, JobProgress, Notice } from "../ui/controls";
import { DropZone } from "../ui/DropZone";
import { useLoaded, useWork } from "../ui/work";
import { ReadingChoice, type ReadingProfile } from "./ReadingChoice";
import { endingOf, types } from "./sending";
import { TemplateButton } from "./TemplateButton";

/** The chart of accounts: how many accounts there are, and another one in its place. Without it the rules about names of accounts do not run. */
export function AccountsCard({ book, readings, onChanged }: { book: Book; readings: ReadingProfile[]; onChanged: () => void }) {
  const [reading, setReading] = useState("hesap-plani");
  const [saved, setSaved] = useState<number | null>(null);
  const path = `${book.companyPath}/accounts`;
  const chart = useLoaded<unknown[]>(() => book.client.get(path), [path]);
  const work = useWork();
  const take = ([file]: File[]) =>
    work.run(async () => {
      if (file === undefined) return;
      const ending = endingOf(file);
      const type = types[ending];
      if (type === undefined || ending === "ndjson" || ending === "jsonl") throw new Refusal({ type: "", status: 0, title: say.accounts.title, detail: say.accounts.unknownKind(file.name) });
      const query = type === "application/json" ? "" : `?profile=${encodeURIComponent(reading)}`;
      const { accounts } = await book.client.upload<{ accounts: number }>("PUT", `${path}${query}`, file, { "Content-Type": type }, () => {});
      setSaved(accounts);
      chart.reload();
      onChanged();
    });
  const count = chart.value?.length ?? 0;
  return (
    <details class="card" id="accounts-card">
      <summary>
        <h2>{say.accounts.title}</h2>
        <span class="hint">{chart.value === undefined ? "" : count === 0 ? say.accounts.none : say.accounts.count(formatCount(count))}</span>
      </summary>
      <p class="lead">{say.accounts.lead}</p>
      <DropZone id="accounts" label={say.accounts.drop} hint={say.accounts.kinds} accept=".json,.xlsx,.csv" disabled={work.running} onFiles={take} />
      <div class="row wrap below">
        <label class="inline">
          {say.upload.profile} <ReadingChoice readings={readings} reads="accounts" chosen={reading} onChoose={setReading} />
        </label>
        <TemplateButton client={book.client} kind="accounts" name="hesap-plani.xlsx" />
      </div>
      {work.running && <JobProgress job={null} />}
      <Failure error={chart.error} />
      <Failure error={work.error} />
      {saved !== null && !work.running && <Notice kind="good">{say.accounts.saved(formatCount(saved))}</Notice>}
    </details>
  );
}
