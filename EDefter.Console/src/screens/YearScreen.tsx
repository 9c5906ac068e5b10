import type { Book } from "../api/book";
import type { Deadline, Month, SessionAnswer, SessionCompany } from "../api/shapes";
import { formatAmount, formatCount } from "../exact/amount";
import { formatDay, formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Failure, StateBadge } from "../ui/controls";
import { go, hashOf } from "../ui/route";
import { useLoaded, useSeenAgain } from "../ui/work";
import { AutoCloseCard } from "./AutoCloseCard";
import { KeyWarning } from "./KeyWarning";

const daysSoon = 15;

/** The months of a fiscal year as a strip: state, totals, and how long there is. */
export function YearScreen({ book, company, answer, year, by, isOnly }: { book: Book; company: SessionCompany; answer: SessionAnswer; year: string | undefined; by: string; isOnly: boolean }) {
  const years = company.fiscalYears;
  const shown = years.find(({ start }) => start === year) ?? years[years.length - 1];
  return (
    <section>
      <p class="over">
        {!isOnly && (
          <>
            <a href="#/">← {say.companies.title}</a> ·{" "}
          </>
        )}
        {company.title ?? company.id}
      </p>
      <div class="row between">
        <h1>{shown === undefined ? say.year.choose : say.year.title(yearName(shown.start, shown.end))}</h1>
        {years.length > 1 && (
          <label class="inline">
            {say.year.choose}{" "}
            <select value={shown?.start} onChange={(event) => go({ company: book.company, branch: book.branch, year: event.currentTarget.value })}>
              {years.map(({ start, end }) => (
                <option key={start} value={start}>
                  {yearName(start, end)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <KeyWarning answer={answer} />
      {shown === undefined && <p class="notice info">{say.year.none}</p>}
      <Months key={shown?.start} book={book} query={shown === undefined ? "" : `?year=${shown.start}`} />
      <AutoCloseCard book={book} by={by} />
      <p>
        <a id="to-hooks" href={hashOf({ company: book.company, page: "bildirimler" })}>
          {say.hooks.title} →
        </a>{" "}
        <span class="hint">{say.hooks.short}</span>
      </p>
      <p>
        <a id="to-company" href={hashOf({ company: book.company, page: "bilgiler" })}>
          {say.company.title} →
        </a>{" "}
        <span class="hint">{say.company.short}</span>
      </p>
      {isOnly && (
        <p>
          <a id="add-key" href={hashOf({ page: "yeni-anahtar" })}>
            {say.companies.addKey} →
          </a>{" "}
          <span class="hint">{say.companies.addKeyShort}</span>
        </p>
      )}
    </section>
  );
}

function Months({ book, query }: { book: Book; query: string }) {
  const months = useLoaded<Month[]>(() => book.client.get(`${book.path}/periods${query}`), [book, query]);
  useSeenAgain(months.reload);
  return (
    <>
      <Failure error={months.error} />
      {months.value === undefined && months.error === null && <p class="loading">{say.loading}</p>}
      <ol class="year">
        {months.value?.map((month) => (
          <li key={month.period}>
            <MonthCard book={book} month={month} />
          </li>
        ))}
      </ol>
    </>
  );
}

function MonthCard({ book, month }: { book: Book; month: Month }) {
  const isEmpty = month.vouchers === 0 && month.state === "open";
  return (
    <a class={`card month ${isEmpty ? "empty" : ""} state-${month.state}`} href={hashOf({ company: book.company, branch: book.branch, period: month.period })} data-period={month.period}>
      <span class="row between">
        <strong>{formatPeriod(month.period)}</strong>
        {!isEmpty && <StateBadge state={month.state} />}
      </span>
      <span class="big">{isEmpty ? say.year.empty : `${formatCount(month.vouchers)} ${say.year.vouchers}`}</span>
      {month.totals !== undefined && <span class="figure">{formatAmount(month.totals.debit)}</span>}
      {month.findings !== undefined && month.findings.error + month.findings.warning > 0 && (
        <span class="counts">
          {month.findings.error > 0 && <span class="severity-error">{say.year.errors(formatCount(month.findings.error))}</span>}
          {month.findings.warning > 0 && <span class="severity-warning">{say.year.warnings(formatCount(month.findings.warning))}</span>}
        </span>
      )}
      {month.deadline !== undefined && month.state !== "filed" && <DueLine deadline={month.deadline} />}
    </a>
  );
}

export function DueLine({ deadline }: { deadline: Deadline }) {
  const left = deadline.daysLeft;
  return (
    <span class={`due ${left < 0 ? "past" : left <= daysSoon ? "soon" : ""}`} title={deadline.extendedBy ?? deadline.rule}>
      {say.year.due(formatDay(deadline.due))} · <b>{say.year.left(left)}</b>
    </span>
  );
}

function yearName(start: string, end: string): string {
  return start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}/${end.slice(2, 4)}`;
}
