import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import { type IssuedKey, keyRoles } from "../api/keys";
import { today } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Field, refusalAt } from "../ui/controls";
import { useWork } from "../ui/work";

/** A new key: what it may do, for whom it is, and until when. */
export function KeyForm({ client, path, onMade, onCancel }: { client: Client; path: string; onMade: (issued: IssuedKey) => void; onCancel: () => void }) {
  const [role, setRole] = useState<string>(keyRoles[0]);
  const [name, setName] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const work = useWork();
  const make = (event: Event) => {
    event.preventDefault();
    work.run(async () => onMade(await client.post<IssuedKey>(path, { role, name: name.trim(), ...(expiresOn === "" ? {} : { expiresOn }) })));
  };
  const atName = refusalAt(work.error, "name");
  const atDay = refusalAt(work.error, "expiresOn");
  return (
    <form class="card key-form" onSubmit={make}>
      <fieldset>
        <legend class="label">{say.keys.role}</legend>
        {keyRoles.map((each) => (
          <label key={each} class="inline block">
            <input type="radio" name="role" value={each} checked={role === each} onChange={() => setRole(each)} />
            <span>
              <b>{say.keys.roles[each]}</b> <span class="hint">{say.keys.roleHints[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={say.keys.name} hint={say.keys.nameHint} refusal={atName}>
        <input id="key-name" required autocomplete="off" aria-invalid={atName !== undefined} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label={say.keys.lastDay} hint={say.keys.lastDayHint} refusal={atDay}>
        <input id="key-last-day" type="date" min={today()} aria-invalid={atDay !== undefined} value={expiresOn} onInput={(event) => setExpiresOn(event.currentTarget.value)} />
      </Field>
      {atName === undefined && atDay === undefined && <Failure error={work.error} />}
      <div class="row end">
        <Button onPress={onCancel}>{say.cancel}</Button>
        <button id="make-key" type="submit" class="button main" disabled={work.running}>
          {say.keys.make}
        </button>
      </div>
    </form>
  );
}
