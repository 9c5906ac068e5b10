import type { Book } from "../api/book";
import type { Month } from "../api/shapes";
import { formatInstant } from "../exact/days";
import { say } from "../language/language";
import { Failure } from "../ui/controls";
import { useLoaded } from "../ui/work";

interface MonthEnd {
  outcome: "running" | "done" | "stopped" | "failed";
  approvedBy: string;
  startedAt: string;
  endedAt?: string;
  steps: { step: string; at: string; text: string }[];
  reason?: string;
  told: string;
}

/** What the month end did by itself, step by step, or why it stopped or failed and waits. */
export function MonthEndCard({ book, month }: { book: Book; month: Month }) {
  const story = useLoaded<MonthEnd | null>(() => (month.monthEnd === undefined ? Promise.resolve(null) : book.client.get(`${book.month(month.period)}/month-end`)), [book, month.period, month.monthEnd?.startedAt]);
  if (story.value === undefined || story.value === null) return <Failure error={story.error} />;
  const { outcome, approvedBy, steps, reason, told } = story.value;
  return (
    <details class="card" open={outcome === "stopped" || outcome === "failed"}>
      <summary>
        <h2>{say.autoClose.title}</h2>
        <span class={`chip ${outcome === "done" ? "good" : ""}`}>{say.autoClose.outcome[outcome]}</span>
        <span class="hint">{say.autoClose.approvedBy(approvedBy)}</span>
      </summary>
      {reason !== undefined && <p class="notice warning">{reason}</p>}
      <ol class="acts-list">
        {steps.map((step, place) => (
          <li key={place}>
            <span class="hint">{formatInstant(step.at)}</span> {step.text}
          </li>
        ))}
      </ol>
      <p class="hint">{told}</p>
    </details>
  );
}
