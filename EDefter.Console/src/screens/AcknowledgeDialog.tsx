import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Month } from "../api/shapes";
import { today } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Field } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { useWork } from "../ui/work";

/** What may stand: a rule in the month, or in one voucher. */
export interface Acknowledged {
  rule: string;
  message: string;
  voucherId?: string;
  voucherNumber?: string;
}

export function AcknowledgeDialog({ book, month, by, about, onClose, onDone }: { book: Book; month: Month; by: string; about: Acknowledged; onClose: () => void; onDone: () => void }) {
  const [note, setNote] = useState("");
  const [until, setUntil] = useState("");
  const [isWhole, setIsWhole] = useState(about.voucherId === undefined);
  const work = useWork();
  const save = (event: Event) => {
    event.preventDefault();
    work.run(async () => {
      const voucherId = isWhole ? null : (about.voucherId ?? null);
      await book.client.post(`${book.path}/acknowledgements`, { rule: about.rule, voucherId, period: month.period, note: note.trim(), until: until === "" ? null : until, by });
      onClose();
      onDone();
    });
  };
  return (
    <Dialog title={say.acknowledge.title} onClose={onClose}>
      <p>{about.message}</p>
      <form onSubmit={save}>
        {about.voucherId !== undefined && (
          <fieldset>
            <label class="inline">
              <input type="radio" name="scope" checked={!isWhole} onChange={() => setIsWhole(false)} /> {say.acknowledge.one(about.voucherNumber ?? about.voucherId)}
            </label>
            <label class="inline">
              <input type="radio" name="scope" checked={isWhole} onChange={() => setIsWhole(true)} /> {say.acknowledge.whole}
            </label>
          </fieldset>
        )}
        <Field label={say.acknowledge.note} hint={say.acknowledge.noteHint}>
          <textarea required rows={3} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </Field>
        <Field label={say.acknowledge.until} hint={say.acknowledge.untilHint}>
          <input id="until" type="date" min={today()} value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
        </Field>
        <p class="hint">
          {say.by}: {by}
        </p>
        <Failure error={work.error} />
        <div class="row end">
          <Button onPress={onClose}>{say.cancel}</Button>
          <button type="submit" class="button main" disabled={work.running}>
            {say.acknowledge.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
