import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Profile } from "../api/shapes";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { useLoaded } from "../ui/work";
import { chosenParameters, ParameterFields, type Typed } from "./ParameterFields";

const draftId = "gib-draft";

/** Keeping the rehearsed documents: what they are, and above all what they are not. */
export function DraftCard({ book, isNumbered, isBusy, by, onKeep }: { book: Book; isNumbered: boolean; isBusy: boolean; by: string; onKeep: (parameters: Record<string, string> | undefined) => void }) {
  const [typed, setTyped] = useState<Typed>({});
  const profiles = useLoaded<Profile[]>(() => book.client.get("/api/profiles"), [book]);
  const profile = profiles.value?.find(({ id }) => id === draftId);
  if (profile === undefined) return <Failure error={profiles.error} />;
  return (
    <details class="card draft">
      <summary>
        <h2>{say.draft.title}</h2>
        <span class="chip confidence-single">{say.draft.chip}</span>
      </summary>
      <p class="lead">{say.draft.lead}</p>
      <p class="unsigned">{say.draft.unsigned}</p>
      {isNumbered ? (
        <>
          <ParameterFields profile={profile} typed={typed} onTyped={setTyped} />
          <div class="row end wrap">
            <span class="hint">
              {say.by}: {by}
            </span>
            <Button id="keep-draft" disabled={isBusy} onPress={() => onKeep(chosenParameters(profile, typed))}>
              {say.draft.keep}
            </Button>
          </div>
        </>
      ) : (
        <p class="hint">{say.draft.needsNumbers}</p>
      )}
    </details>
  );
}
