import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import type { IssuedKey, KeyItem } from "../api/keys";
import { formatDay, formatInstant, today } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure, Field, refusalAt } from "../ui/controls";
import { Confirm, Dialog } from "../ui/dialog";
import { useWork } from "../ui/work";

export interface KeyRowProps {
  client: Client;
  path: string;
  item: KeyItem;
  onTold: (issued: IssuedKey) => void;
  onChanged: () => Promise<void>;
}

/** One key: what it opens, when it was used last, how long it is good, and what is to be done about it. */
export function KeyRow({ client, path, item, onTold, onChanged }: KeyRowProps) {
  const [asked, setAsked] = useState<"rotate" | "revoke" | null>(null);
  const work = useWork();
  const own = `${path}/${encodeURIComponent(item.id)}`;
  const isRevoked = item.revokedAt !== undefined;
  const revoke = () =>
    work.run(async () => {
      await client.remove(own);
      await onChanged();
    });
  return (
    <li class="key" data-key={item.id}>
      <div class="row wrap">
        <strong class="grow">
          {item.name} <span class="chip">{say.keys.roles[item.role] ?? item.role}</span>
        </strong>
        {!isRevoked && item.replacedBy === undefined && (
          <Button kind="quiet" disabled={work.running} onPress={() => setAsked("rotate")}>
            {say.keys.rotate}
          </Button>
        )}
        {!isRevoked && (
          <Button kind="quiet" disabled={work.running} onPress={() => setAsked("revoke")}>
            {say.keys.revoke}
          </Button>
        )}
      </div>
      <p class="hint">
        {[
          say.keys.given(formatInstant(item.createdAt)),
          item.lastUsedAt === undefined ? say.keys.neverUsed : say.keys.lastUsed(formatInstant(item.lastUsedAt)),
          isRevoked ? say.keys.revokedAt(formatInstant(item.revokedAt as string)) : item.expiresOn === undefined ? say.keys.noEnd : say.keys.until(formatDay(item.expiresOn)),
        ].join(" · ")}
      </p>
      {item.warning !== undefined && <p class="notice warning">{item.warning}</p>}
      <Failure error={work.error} />
      {asked === "rotate" && (
        <RotateDialog
          client={client}
          own={own}
          item={item}
          onClose={() => setAsked(null)}
          onMade={(issued) => {
            setAsked(null);
            onTold(issued);
          }}
        />
      )}
      {asked === "revoke" && <Confirm title={say.keys.revokeTitle(item.name)} text={say.keys.revokeText} act={say.keys.revoke} onAct={revoke} onClose={() => setAsked(null)} />}
    </li>
  );
}

const overlaps = [24, 72, 168, 720, 0];

function RotateDialog({ client, own, item, onClose, onMade }: { client: Client; own: string; item: KeyItem; onClose: () => void; onMade: (issued: IssuedKey) => void }) {
  const [overlapHours, setOverlapHours] = useState(overlaps[0] as number);
  const [expiresOn, setExpiresOn] = useState("");
  const work = useWork();
  const rotate = (event: Event) => {
    event.preventDefault();
    work.run(async () => onMade(await client.post<IssuedKey>(`${own}/rotate`, { overlapHours, ...(expiresOn === "" ? {} : { expiresOn }) })));
  };
  const atDay = refusalAt(work.error, "expiresOn");
  return (
    <Dialog title={say.keys.rotateTitle(item.name)} onClose={onClose}>
      <form onSubmit={rotate}>
        <p>{say.keys.rotateText}</p>
        <Field label={say.keys.overlap}>
          <select id="overlap" value={String(overlapHours)} onChange={(event) => setOverlapHours(Number(event.currentTarget.value))}>
            {overlaps.map((hours) => (
              <option key={hours} value={String(hours)}>
                {say.keys.hours(hours)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say.keys.newLastDay} hint={item.expiresOn === undefined ? say.keys.lastDayHint : say.keys.sameTerm} refusal={atDay}>
          <input type="date" min={today()} aria-invalid={atDay !== undefined} value={expiresOn} onInput={(event) => setExpiresOn(event.currentTarget.value)} />
        </Field>
        {atDay === undefined && <Failure error={work.error} />}
        <div class="row end">
          <Button onPress={onClose}>{say.cancel}</Button>
          <button id="rotate-key" type="submit" class="button main" disabled={work.running}>
            {say.keys.rotate}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
