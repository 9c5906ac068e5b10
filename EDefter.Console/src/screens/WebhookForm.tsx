import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import { type Hook, hookEvents } from "../api/webhooks";
import { say } from "../language/language";
import { Button, Failure, Field } from "../ui/controls";
import { useWork } from "../ui/work";

export interface WebhookFormProps {
  client: Client;
  path: string;
  /** The hook that is changed; absent: a new one. */
  hook?: Hook;
  /** Ids that are taken: one of these would be changed instead of made. */
  known: string[];
  onSaved: (saved: Hook) => void;
  onCancel: () => void;
}

/** Where to send to and what. */
export function WebhookForm({ client, path, hook, known, onSaved, onCancel }: WebhookFormProps) {
  const [id, setId] = useState(hook?.id ?? "");
  const [url, setUrl] = useState(hook?.url ?? "");
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(hook?.events ?? ["numbers-given", "archive-ready"]));
  const work = useWork();
  const isTaken = hook === undefined && known.includes(id.trim());
  const save = (event: Event) => {
    event.preventDefault();
    if (isTaken) return;
    work.run(async () => {
      // What the server knows besides (an event that this page does not) stays as it is.
      const asked = { url: url.trim(), events: [...events], active: hook?.active ?? true };
      onSaved(await client.put<Hook>(`${path}/${encodeURIComponent(id.trim())}`, asked));
    });
  };
  const turn = (word: string, isIn: boolean) => {
    const changed = new Set(events);
    if (isIn) changed.add(word);
    else changed.delete(word);
    setEvents(changed);
  };
  return (
    <form class="card hook-form" onSubmit={save}>
      {hook === undefined && (
        <Field label={say.hooks.id} hint={isTaken ? say.hooks.idTaken : say.hooks.idHint}>
          <input id="hook-id" required pattern="[a-z0-9\-]{1,40}" autocomplete="off" spellcheck={false} aria-invalid={isTaken} value={id} onInput={(event) => setId(event.currentTarget.value)} />
        </Field>
      )}
      <Field label={say.hooks.url} hint={say.hooks.urlHint}>
        <input id="hook-url" type="url" required autocomplete="off" spellcheck={false} value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
      </Field>
      <fieldset>
        <legend class="label">{say.hooks.events}</legend>
        <div class="event-list">
          {hookEvents.map((word) => (
            <label key={word} class="inline">
              <input type="checkbox" name="event" value={word} checked={events.has(word)} onChange={(event) => turn(word, event.currentTarget.checked)} /> {say.hooks.eventWords[word] ?? word}
            </label>
          ))}
        </div>
      </fieldset>
      <Failure error={work.error} />
      <div class="row end">
        <Button onPress={onCancel}>{say.cancel}</Button>
        <button id="save-hook" type="submit" class="button main" disabled={work.running || events.size === 0 || isTaken}>
          {say.hooks.save}
        </button>
      </div>
    </form>
  );
}
