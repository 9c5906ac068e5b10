import { useState } from "preact/hooks";
import { download } from "../api/client";
import type { Archive, Company, Profile } from "../api/shapes";
import { formatBytes } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, JobProgress, Notice } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { useLoaded, useWork } from "../ui/work";
import { ArchiveList } from "./ArchiveList";
import type { MonthProps } from "./MonthScreen";
import { VerifyCard } from "./VerifyCard";

/** The integrator's sealed ZIP: in which format, made, downloaded, verified, compared; and the month's end. */
export function ArchiveTab({ book, month, by, onChanged }: MonthProps) {
  const [made, setMade] = useState<Archive | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const path = `${book.month(month.period)}/archives`;
  const archives = useLoaded<Archive[]>(() => book.client.get(path), [path, month.archives, month.state]);
  const work = useWork();
  const make = (profile: string, acceptUnverified: boolean) =>
    work.run(async (onProgress) => {
      setMade(null);
      const { id } = await book.client.act<Archive>(path, { profile, by, acceptUnverified }, onProgress);
      setMade(await book.client.get<Archive>(`${path}/${id}`)); // With a link that is good from now on.
      onChanged();
      archives.reload();
    });
  const file = () =>
    work.run(async () => {
      await book.client.post(`${book.month(month.period)}/filed`, { by });
      onChanged();
    });
  return (
    <>
      {month.numbers === undefined ? <Notice kind="warning">{say.archive.needsNumbers}</Notice> : <ProfileChoice book={book} isBusy={work.running} onMake={make} />}
      {work.running && <JobProgress job={work.job} />}
      <Failure error={work.error} />
      {made?.url !== undefined && (
        <section class="card ready" role="status">
          <h2>{say.archive.ready}</h2>
          <p>
            <b>{made.file}</b> · {formatBytes(made.bytes)}
          </p>
          <p class="hint">{say.archive.sealed}</p>
          <Button id="download" kind="main" onPress={() => download(made.url ?? "", made.file)}>
            {say.archive.download}
          </Button>
        </section>
      )}
      <Failure error={archives.error} />
      {archives.value !== undefined && <ArchiveList book={book} path={path} archives={archives.value} />}
      <VerifyCard book={book} />
      {month.state === "archived" && (
        <div class="row end">
          <Button disabled={work.running} onPress={() => setIsAsked(true)}>
            {say.archive.filed}
          </Button>
        </div>
      )}
      {month.filed !== undefined && <Notice kind="good">{say.archive.filedDone(month.filed.by, formatInstant(month.filed.at))}</Notice>}
      {isAsked && <Confirm title={say.archive.filedTitle} text={say.archive.filedText} act={say.archive.filed} onAct={file} onClose={() => setIsAsked(false)} />}
    </>
  );
}

interface Choice {
  profiles: Profile[];
  usual: string;
}

function ProfileChoice({ book, isBusy, onMake }: { book: MonthProps["book"]; isBusy: boolean; onMake: (profile: string, acceptUnverified: boolean) => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [isAccepted, setIsAccepted] = useState(false);
  const loaded = useLoaded<Choice>(async () => {
    const [builtIn, own, company] = await Promise.all([
      book.client.get<Profile[]>("/api/profiles"),
      book.client.get<Profile[]>(`${book.companyPath}/profiles`),
      book.client.get<Company>(book.companyPath),
    ]);
    const ids = new Set(own.map(({ id }) => id));
    return { profiles: [...own, ...builtIn.filter(({ id }) => !ids.has(id))], usual: company.integratorProfile ?? "edefter" };
  }, [book]);
  if (loaded.value === undefined) return loaded.error === null ? <p class="loading">{say.loading}</p> : <Failure error={loaded.error} />;
  const { profiles, usual } = loaded.value;
  const chosen = picked ?? usual;
  const profile = profiles.find(({ id }) => id === chosen);
  const sorted = [...profiles].sort((left, right) => Number(right.id === usual) - Number(left.id === usual) || Number(left.unverified) - Number(right.unverified) || left.title.localeCompare(right.title, "tr"));
  const needsWord = profile?.unverified === true && !isAccepted;
  return (
    <fieldset class="card profiles">
      <legend>{say.archive.profile}</legend>
      <div class="profile-list">
        {sorted.map((each) => (
          <label key={each.id} class={`profile ${each.id === chosen ? "chosen" : ""}`}>
            <input
              type="radio"
              name="profile"
              value={each.id}
              checked={each.id === chosen}
              onChange={() => {
                setPicked(each.id);
                setIsAccepted(false);
              }}
            />
            <span class="grow">
              <strong>{each.title}</strong>
              <span class="hint"> {each.source}</span>
            </span>
            <span class={`chip confidence-${each.confidence}`}>{say.archive.confidence[each.confidence] ?? each.confidence}</span>
          </label>
        ))}
      </div>
      {profile !== undefined && <p class="hint">{profile.description}</p>}
      {profile?.unverified === true && (
        <label class="inline notice warning">
          <input type="checkbox" checked={isAccepted} onChange={(event) => setIsAccepted(event.currentTarget.checked)} /> {say.archive.unverified}
        </label>
      )}
      <div class="row end">
        <Button id="make-archive" kind="main" disabled={isBusy || needsWord} onPress={() => onMake(chosen, profile?.unverified === true)}>
          {say.archive.make}
        </Button>
      </div>
    </fieldset>
  );
}
