import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Company, Profile } from "../api/shapes";
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
                setTyped({});
              }}
            />
            <span class="grow">
              <strong>{each.title}</strong>
              <span class="hint"> {each.source}</span>
            </span>
            {isDraft(each) ? (
              <span class="chip confidence-single">{say.draft.chip}</span>
            ) : (
              <span class={`chip confidence-${each.confidence}`}>{say.archive.confidence[each.confidence] ?? each.confidence}</span>
            )}
          </label>
        ))}
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

function isDraft({ kind }: Profile): boolean {
  return kind === "gib";
}

function wishOf(profile: Profile, typed: Typed): ArchiveWish {
  const parameters = chosenParameters(profile, typed);
  return { profile: profile.id, acceptUnverified: profile.unverified, ...(parameters === undefined ? {} : { parameters }) };
}
