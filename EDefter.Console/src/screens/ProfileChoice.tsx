import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Company, Profile } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { useLoaded } from "../ui/work";
import { chosenParameters, ParameterFields, type Typed } from "./ParameterFields";

/** What an archive is asked to be. */
export interface ArchiveWish {
  profile: string;
  acceptUnverified: boolean;
  parameters?: Record<string, string>;
}

interface Choice {
  profiles: Profile[];
  usual: string;
}

/** The format, with the company's own ones first, and what it lets one choose; one that nobody tried is made only for who says that he knows. */
export function ProfileChoice({ book, isBusy, onMake }: { book: Book; isBusy: boolean; onMake: (wish: ArchiveWish) => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState<Typed>({});
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
  // What the company uses every month stands first, and what belongs to it in sight; the others are a press away.
  const first = sorted.filter(({ id }) => id === usual);
  const others = sorted.filter(({ id }) => id !== usual);
  const pick = (id: string) => {
    setPicked(id);
    setIsAccepted(false);
    setTyped({});
  };
  const needsWord = profile?.unverified === true && !isAccepted;
  return (
    <fieldset class="card profiles">
      <legend>{say.archive.profile}</legend>
      <div class="profile-list">
        {first.map((each) => (
          <Row key={each.id} profile={each} isChosen={each.id === chosen} onPick={pick} />
        ))}
        <details id="other-profiles" open={first.length === 0}>
          <summary>{say.archive.others(formatCount(others.length))}</summary>
          <div class="profile-list">
            {others.map((each) => (
              <Row key={each.id} profile={each} isChosen={each.id === chosen} onPick={pick} />
            ))}
          </div>
        </details>
      </div>
      {profile !== undefined && (
        <>
          <p class="hint">
            {profile.description} {!isDraft(profile) && say.archive.confidenceMeans[profile.confidence]}
          </p>
          <ParameterFields profile={profile} typed={typed} onTyped={setTyped} />
        </>
      )}
      {profile?.unverified === true && (
        <div class="notice warning">
          <p>{say.archive.unverifiedMeans}</p>
          <label class="inline">
            <input id="accept-unverified" type="checkbox" checked={isAccepted} onChange={(event) => setIsAccepted(event.currentTarget.checked)} /> {say.archive.unverified}
          </label>
        </div>
      )}
      <div class="row end">
        <Button id="make-archive" kind="main" disabled={isBusy || needsWord || profile === undefined} onPress={() => profile !== undefined && onMake(wishOf(profile, typed))}>
          {say.archive.make}
        </Button>
      </div>
    </fieldset>
  );
}

function Row({ profile, isChosen, onPick }: { profile: Profile; isChosen: boolean; onPick: (id: string) => void }) {
  return (
    <label class={`profile ${isChosen ? "chosen" : ""}`}>
      <input type="radio" name="profile" value={profile.id} checked={isChosen} onChange={() => onPick(profile.id)} />
      <span class="grow">
        <strong>{profile.title}</strong>
        <span class="hint"> {profile.source}</span>
      </span>
      {isDraft(profile) ? (
        <span class="chip confidence-single">{say.draft.chip}</span>
      ) : (
        <span class={`chip confidence-${profile.confidence}`}>{say.archive.confidence[profile.confidence] ?? profile.confidence}</span>
      )}
    </label>
  );
}

function isDraft({ kind }: Profile): boolean {
  return kind === "gib";
}

function wishOf(profile: Profile, typed: Typed): ArchiveWish {
  const parameters = chosenParameters(profile, typed);
  return { profile: profile.id, acceptUnverified: profile.unverified, ...(parameters === undefined ? {} : { parameters }) };
}
