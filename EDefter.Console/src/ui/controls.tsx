import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { StorageTrouble } from "../api/blocks";
import { Refusal, Trouble } from "../api/client";
import type { Job, MonthState } from "../api/shapes";
import { formatCount } from "../exact/amount";
import { say } from "../language/language";

export interface ButtonProps {
  children: ComponentChildren;
  onPress: () => void;
  kind?: "main" | "plain" | "quiet" | "danger";
  disabled?: boolean;
  id?: string;
  pressed?: boolean;
}

export function Button({ children, onPress, kind = "plain", disabled = false, id, pressed }: ButtonProps) {
  return (
    <button type="button" id={id} class={`button ${kind}`} disabled={disabled} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}

/** A refusal in the server's own words, with the way out; trouble in ours. */
export function Failure({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const [title, detail] = wordsOf(error);
  return (
    <div class="notice error" role="alert">
      <strong>{title}</strong>
      <p>{detail}</p>
      {error instanceof Refusal && error.retryAfter !== undefined && <p>{say.trouble.again(formatCount(error.retryAfter))}</p>}
    </div>
  );
}

/** What the server says against one member of a form, for the place where it stands; the rest of what went wrong is {@link Failure}'s. */
export function refusalAt(error: unknown, member: string): string | undefined {
  return error instanceof Refusal && error.problem.member === member ? error.problem.detail : undefined;
}

function wordsOf(error: unknown): [string, string] {
  if (error instanceof Refusal) return [error.problem.title, error.problem.detail];
  const words = error instanceof StorageTrouble ? say.trouble.storage : error instanceof Trouble && error.status === 0 ? say.trouble.unreachable : say.trouble.failed;
  return [words[0] ?? "", words[1] ?? ""];
}

export function Notice({ children, kind = "info" }: { children: ComponentChildren; kind?: "info" | "good" | "warning" }) {
  return (
    <div class={`notice ${kind}`} role="status">
      {children}
    </div>
  );
}

export function StateBadge({ state }: { state: MonthState }) {
  return <span class={`badge state-${state}`}>{say.state[state]}</span>;
}

/** How far a job is, with what it does now and when it should end. */
export function JobProgress({ job }: { job: Job | null }) {
  const isMeasured = job !== null && job.total > 0;
  return (
    <div class="progress" role="status">
      <progress aria-label={say.working} {...(isMeasured ? { value: job.done, max: job.total } : {})} />
      <span>
        {job === null ? say.working : job.state === "queued" ? say.job.queued : (job.step ?? say.working)}
        {isMeasured && ` · ${say.job.of(formatCount(job.done), formatCount(job.total))}`}
        {job?.eta !== undefined && ` · ${say.job.eta(new Date(job.eta).toLocaleTimeString("tr-TR", { timeZone: "Europe/Istanbul" }))}`}
      </span>
    </div>
  );
}

export function Field({ label, hint, refusal, children }: { label: string; hint?: string; refusal?: string | undefined; children: ComponentChildren }) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      {children}
      {refusal !== undefined && (
        <span class="refusal" role="alert">
          {refusal}
        </span>
      )}
      {hint !== undefined && <span class="hint">{hint}</span>}
    </label>
  );
}

/** A list that shows its beginning and more on demand: a month may have thousands of rows. */
export function Growing<T>({ items, first = 50, step = 200, render }: { items: T[]; first?: number; step?: number; render: (shown: T[]) => JSX.Element }) {
  const [shown, setShown] = useState(first);
  return (
    <>
      {render(items.slice(0, shown))}
      {items.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + step)}>
          {say.more(formatCount(items.length - shown))}
        </Button>
      )}
    </>
  );
}
