import { useState } from "preact/hooks";
import type { Archive } from "../api/shapes";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { useLoaded, useWork } from "../ui/work";
import { ArchiveList } from "./ArchiveList";
import { ArchiveReady } from "./ArchiveReady";
import type { MonthProps } from "./MonthScreen";
import { type ArchiveWish, ProfileChoice } from "./ProfileChoice";
import { VerifyCard } from "./VerifyCard";

/** The integrator's sealed ZIP: in which format, made, downloaded, verified, compared; and the month's end. */
export function ArchiveTab({ book, month, by, onChanged, onTab }: MonthProps) {
  const [made, setMade] = useState<Archive | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const path = `${book.month(month.period)}/archives`;
  const archives = useLoaded<Archive[]>(() => book.client.get(path), [path, month.archives, month.state]);
  const work = useWork();
  const make = (wish: ArchiveWish) =>
    work.run(async (onProgress) => {
      setMade(null);
      const { id } = await book.client.act<Archive>(path, { ...wish, by }, onProgress);
      setMade(await book.client.get<Archive>(`${path}/${id}`)); // With a link that is good from now on.
      await Promise.all([onChanged(), archives.reload()]);
    });
  const file = () =>
    work.run(async () => {
      await book.client.post(`${book.month(month.period)}/filed`, { by });
      await onChanged();
    });
  return (
    <>
      {made?.url !== undefined && <ArchiveReady archive={made} url={made.url} />}
      {month.numbers === undefined ? (
        <Notice kind="warning">
          {say.archive.needsNumbers}{" "}
          <Button kind="quiet" onPress={() => onTab("numara")}>
            {say.tabs.numara} →
          </Button>
        </Notice>
      ) : (
        <ProfileChoice book={book} isBusy={work.running} onMake={make} />
      )}
      {month.vouchers > 0 && (
        <p class="hint">
          {say.rehearsal.before}{" "}
          <Button id="to-rehearsal" kind="quiet" onPress={() => onTab("prova")}>
            {say.tabs.prova} →
          </Button>
        </p>
      )}
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      <Failure error={archives.error} />
      {archives.value !== undefined && <ArchiveList book={book} path={path} archives={archives.value} />}
      {month.state === "archived" && (
        <section class="card row wrap between">
          <p class="hint grow">{say.archive.filedNext}</p>
          <Button id="filed" disabled={work.running} onPress={() => setIsAsked(true)}>
            {say.archive.filed}
          </Button>
        </section>
      )}
      {month.filed !== undefined && <Notice kind="good">{say.archive.filedDone(month.filed.by, formatInstant(month.filed.at))}</Notice>}
      <VerifyCard book={book} />
      {isAsked && <Confirm title={say.archive.filedTitle} text={say.archive.filedText} act={say.archive.filed} onAct={file} onClose={() => setIsAsked(false)} />}
    </>
  );
}
