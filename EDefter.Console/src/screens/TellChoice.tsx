import type { Hook } from "../api/webhooks";
import { say } from "../language/language";

/** Every hook of the company, in the words of the approval. */
const everybody = "webhook";

/** Whom to tell how the month end ended, besides those that ask for it themselves. */
export function TellChoice({ hooks, tell, onTell }: { hooks: Hook[]; tell: ReadonlySet<string>; onTell: (tell: ReadonlySet<string>) => void }) {
  const turn = (word: string, isIn: boolean) => {
    const changed = new Set(tell);
    if (isIn) changed.add(word);
    else changed.delete(word);
    onTell(changed);
  };
  // An address that was taken away since may still be named by the approval: it is shown, so that it can be taken out.
  const ids = [...new Set([...hooks.map(({ id }) => id), ...[...tell].filter((word) => word !== everybody)])];
  return (
    <fieldset class="tell">
      <legend class="label">{say.autoClose.tell}</legend>
      {ids.length === 0 ? (
        <p class="hint">{say.autoClose.tellNobody}</p>
      ) : (
        <>
          <label class="inline">
            <input type="checkbox" value={everybody} checked={tell.has(everybody)} onChange={(event) => turn(everybody, event.currentTarget.checked)} /> {say.autoClose.tellAll}
          </label>
          {ids.map((id) => (
            <label key={id} class="inline">
              <input type="checkbox" name="tell" value={id} disabled={tell.has(everybody)} checked={tell.has(everybody) || tell.has(id)} onChange={(event) => turn(id, event.currentTarget.checked)} /> {id}
            </label>
          ))}
        </>
      )}
    </fieldset>
  );
}
