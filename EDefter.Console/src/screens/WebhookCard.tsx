import { useState } from "preact/hooks";
import type { Client } from "../api/client";
import type { Hook } from "../api/webhooks";
import { formatCount } from "../exact/amount";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { useWork } from "../ui/work";
import { Deliveries } from "./Deliveries";
import { WebhookForm } from "./WebhookForm";

export interface WebhookCardProps {
  client: Client;
  path: string;
  hook: Hook;
  onSecret: (hook: Hook) => void;
  onChanged: () => void;
}

/** One address: whether it is told, how far it has come, what it is told, and what became of each message. */
export function WebhookCard({ client, path, hook, onSecret, onChanged }: WebhookCardProps) {
  const [asked, setAsked] = useState<"change" | "rotate" | "remove" | null>(null);
  const work = useWork();
  const own = `${path}/${encodeURIComponent(hook.id)}`;
  const turn = () =>
    work.run(async () => {
      await client.put(own, { url: hook.url, events: hook.events, active: !hook.active });
      onChanged();
    });
  const rotate = () =>
    work.run(async () => {
      onSecret(await client.post<Hook>(`${own}/rotate`, {}));
      onChanged();
    });
  const remove = () =>
    work.run(async () => {
      await client.remove(own);
      onChanged();
    });
  return (
    <article class="card hook" data-hook={hook.id}>
      <header class="row wrap between">
        <h2>
          {hook.id} <StateChip hook={hook} />
        </h2>
        <div class="row wrap">
          <Button kind="quiet" disabled={work.running} onPress={turn}>
            {hook.active ? say.hooks.pause : say.hooks.resume}
          </Button>
          <Button kind="quiet" onPress={() => setAsked("change")}>
            {say.hooks.change}
          </Button>
          <Button kind="quiet" disabled={work.running} onPress={() => setAsked("rotate")}>
            {say.hooks.rotate}
          </Button>
          <Button kind="quiet" disabled={work.running} onPress={() => setAsked("remove")}>
            {say.hooks.remove}
          </Button>
        </div>
      </header>
      <p class="value">{hook.url}</p>
      <p class="hint">{hook.events.map((word) => say.hooks.eventWords[word] ?? word).join(" · ")}</p>
      {hook.nextAt !== undefined && hook.failed > 0 && <p class="notice warning">{say.hooks.retrying(formatCount(hook.failed), formatInstant(hook.nextAt))}</p>}
      {hook.previousSecretUntil !== undefined && <p class="hint">{say.hooks.overlap(formatInstant(hook.previousSecretUntil))}</p>}
      <Failure error={work.error} />
      {asked === "change" && (
        <WebhookForm
          client={client}
          path={path}
          hook={hook}
          known={[]}
          onCancel={() => setAsked(null)}
          onSaved={() => {
            setAsked(null);
            onChanged();
          }}
        />
      )}
      <Deliveries client={client} path={`${own}/deliveries`} stand={`${hook.after} ${hook.failed}`} onChanged={onChanged} />
      {asked === "rotate" && <Confirm title={say.hooks.rotateTitle} text={say.hooks.rotateText} act={say.hooks.rotate} onAct={rotate} onClose={() => setAsked(null)} />}
      {asked === "remove" && <Confirm title={say.hooks.removeTitle} text={say.hooks.removeText} act={say.hooks.remove} onAct={remove} onClose={() => setAsked(null)} />}
    </article>
  );
}

function StateChip({ hook }: { hook: Hook }) {
  if (!hook.active) return <span class="chip confidence-single">{say.hooks.paused}</span>;
  if (hook.failed > 0) return <span class="chip outcome-skipped">{say.hooks.failing}</span>;
  return <span class="chip good">{hook.after < hook.last ? say.hooks.behind(formatCount(hook.last - hook.after)) : say.hooks.active}</span>;
}
