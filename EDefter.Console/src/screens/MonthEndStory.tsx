import { formatCount } from "../exact/amount";
import { formatDay, formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Button, Failure } from "../ui/controls";
import { hashOf } from "../ui/route";
import { useLoaded, useWork } from "../ui/work";
import { OutcomeChip } from "./MonthEndCard";
import type { MonthProps } from "./MonthScreen";

interface Telling {
  hook: string;
  state: "queued" | "waiting" | "delivered" | "dead";
  attempts: number;
  at?: string;
  outcome?: string;
  status?: number;
}

interface MonthEnd {
  outcome: string;
  approvedBy: string;
  approvedOn: string;
  profile: string;
  startedAt: string;
  endedAt?: string;
  steps: { step: string; at: string; text: string }[];
  reason?: string;
  told: string;
  tellings: Telling[];
}

/** The story of a month that was closed by itself: on whose word, step by step, why it stopped, who was told; and the same as a document. */
export function MonthEndStory({ book, month, onTab }: MonthProps) {
  const path = `${book.month(month.period)}/month-end`;
  const story = useLoaded<MonthEnd>(() => book.client.get(path), [path, month.monthEnd?.startedAt, month.monthEnd?.endedAt]);
  const work = useWork();
  if (story.value === undefined) return story.error === null ? <p class="loading">{say.loading}</p> : <Failure error={story.error} />;
  const { outcome, approvedBy, approvedOn, profile, startedAt, endedAt, steps, reason, told, tellings } = story.value;
  return (
    <section aria-labelledby="story-title">
      <div class="row wrap between">
        <h2 id="story-title">
          {say.autoClose.story} <OutcomeChip outcome={outcome} />
        </h2>
        <Button id="story-json" kind="quiet" disabled={work.running} onPress={() => work.run(() => book.client.save(path, `kapanis-${month.period}.json`))}>
          {say.autoClose.document}
        </Button>
      </div>
      <Failure error={work.error} />
      <p class="lead">
        {say.autoClose.rests(approvedBy, formatDay(approvedOn))} {say.autoClose.ran(formatInstant(startedAt), endedAt === undefined ? undefined : formatInstant(endedAt))} {say.autoClose.inProfile(profile)}
      </p>
      {reason !== undefined && (
        <div class="notice warning">
          <p>{reason}</p>
          <Button kind="quiet" onPress={() => onTab("kontrol")}>
            {say.tabs.kontrol} →
          </Button>
        </div>
      )}
      <section class="card">
        <h3>{say.autoClose.steps}</h3>
        <ol class="story">
          {steps.map((step, place) => (
            <li key={place} data-step={step.step}>
              <span class="hint">{formatInstant(step.at)}</span> {step.text}
            </li>
          ))}
        </ol>
      </section>
      <section class="card">
        <h3>{say.autoClose.told}</h3>
        <p>{told}</p>
        {tellings.length > 0 && <Tellings tellings={tellings} />}
        <a href={hashOf({ company: book.company, page: "bildirimler" })}>{say.hooks.title} →</a>
      </section>
    </section>
  );
}

function Tellings({ tellings }: { tellings: Telling[] }) {
  return (
    <ul class="plain">
      {tellings.map((telling) => (
        <li key={telling.hook} class="row wrap" data-telling={telling.state}>
          <b>{telling.hook}</b>
          <span class={`chip ${telling.state === "delivered" ? "good" : telling.state === "dead" ? "outcome-skipped" : "outcome-noData"}`}>{say.hooks.states[telling.state]}</span>
          <span class="hint">
            {say.hooks.attempts(formatCount(telling.attempts))}
            {telling.outcome !== undefined && ` · ${say.hooks.outcomes[telling.outcome] ?? telling.outcome} ${telling.status ?? ""}`}
            {telling.at !== undefined && ` · ${formatInstant(telling.at)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
