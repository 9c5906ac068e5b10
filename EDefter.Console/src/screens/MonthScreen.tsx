import { useEffect, useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Month, Rules, SessionCompany } from "../api/shapes";
import { formatAmount, formatCount, isZero, minus } from "../exact/amount";
import { formatInstant, formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Failure, StateBadge } from "../ui/controls";
import { asides, go, hashOf, steps, type Tab } from "../ui/route";
import { useLoaded, useSeenAgain } from "../ui/work";
import { ArchiveTab } from "./ArchiveTab";
import { CheckTab } from "./CheckTab";
import { MonthEndCard } from "./MonthEndCard";
import { MonthEndStory } from "./MonthEndStory";
import { NumbersTab } from "./NumbersTab";
import { PlanTab } from "./PlanTab";
import { RehearsalTab } from "./RehearsalTab";
import { VouchersTab } from "./VouchersTab";
import { DueLine } from "./YearScreen";

/** What every tab of a month is given. */
export interface MonthProps {
  book: Book;
  month: Month;
  by: string;
  rules: Rules | undefined;
  /** Reads the month anew; done when it is shown. */
  onChanged: () => Promise<void>;
  onTab: (tab: Tab) => void;
}

const tabOfState: Record<Month["state"], Tab> = { open: "kontrol", faulty: "kontrol", clean: "numara", numbered: "arsiv", archived: "arsiv", filed: "arsiv" };

export function MonthScreen({ book, company, period, tab, by, rules }: { book: Book; company: SessionCompany; period: string; tab: Tab | undefined; by: string; rules: Rules | undefined }) {
  const month = useLoaded<Month>(() => book.client.get(book.month(period)), [book, period]);
  useSeenAgain(month.reload);
  const title = formatPeriod(period);
  useEffect(() => {
    document.title = `${title} · EDefter`;
    return () => {
      document.title = "EDefter";
    };
  }, [title]);
  const year = company.fiscalYears.find(({ start, end }) => start.slice(0, 7) <= period && period <= end.slice(0, 7));
  return (
    <section>
      <p class="over">
        <a href={hashOf({ company: book.company, branch: book.branch, ...(year === undefined ? {} : { year: year.start }) })}>
          ← {company.title ?? company.id} · {say.month.back}
        </a>
      </p>
      <div class="row wrap title">
        <h1>{title}</h1>
        {month.value !== undefined && <StateBadge state={month.value.state} />}
        {month.value?.deadline !== undefined && month.value.state !== "filed" && <DueLine deadline={month.value.deadline} />}
      </div>
      <Failure error={month.error} />
      {month.value === undefined ? (
        month.error === null && <p class="loading">{say.loading}</p>
      ) : (
        <Inside book={book} month={month.value} by={by} rules={rules} tab={tab} onChanged={month.reload} />
      )}
    </section>
  );
}

function Inside({ tab, ...given }: Omit<MonthProps, "onTab"> & { tab: Tab | undefined }) {
  const { book, month } = given;
  // Chosen once: a month that changes its state must not carry its reader away from what he is looking at.
  const [first] = useState<Tab>(month.vouchers === 0 && month.state === "open" ? "fisler" : tabOfState[month.state]);
  const shown = tab ?? first;
  const hrefOf = (each: Tab) => hashOf({ company: book.company, branch: book.branch, period: month.period, tab: each });
  const props: MonthProps = { ...given, onTab: (next) => go({ company: book.company, branch: book.branch, period: month.period, tab: next }) };
  return (
    <>
      <TotalsStrip month={month} />
      {month.monthEnd !== undefined && shown !== "kapanis" && <MonthEndCard book={book} month={month} end={month.monthEnd} />}
      <nav class="steps" aria-label={formatPeriod(month.period)}>
        {steps.map((each, place) => (
          <a key={each} id={`tab-${each}`} href={hrefOf(each)} aria-current={each === shown ? "step" : undefined} class={isDone(each, month) ? "done" : ""}>
            <span class="place" aria-hidden="true">
              {isDone(each, month) ? "✓" : place + 1}
            </span>
            {say.tabs[each]}
          </a>
        ))}
        {asides
          .filter((each) => each !== "kapanis" || month.monthEnd !== undefined)
          .map((each) => (
            <a key={each} id={`tab-${each}`} href={hrefOf(each)} aria-current={each === shown ? "page" : undefined} class="aside">
              {say.tabs[each]}
            </a>
          ))}
      </nav>
      {shown === "fisler" && <VouchersTab {...props} />}
      {shown === "kontrol" && <CheckTab {...props} />}
      {shown === "bakim" && <PlanTab {...props} />}
      {shown === "numara" && <NumbersTab {...props} />}
      {shown === "arsiv" && <ArchiveTab {...props} />}
      {shown === "prova" && <RehearsalTab {...props} />}
      {shown === "kapanis" && <MonthEndStory {...props} />}
    </>
  );
}

function isDone(tab: (typeof steps)[number], month: Month): boolean {
  const isNumbered = month.numbers !== undefined;
  switch (tab) {
    case "fisler":
      return month.vouchers > 0;
    case "kontrol":
    case "bakim":
      return isNumbered || month.state === "clean";
    case "numara":
      return isNumbered;
    case "arsiv":
      return month.state === "archived" || month.state === "filed";
  }
}

/** Always in sight: what came in, what was processed, and whether it balances. */
function TotalsStrip({ month }: { month: Month }) {
  const { totals, numbers } = month;
  if (totals === undefined) return month.vouchers === 0 ? null : <p class="hint">{say.month.notChecked}</p>;
  const difference = minus(totals.debit, totals.credit);
  const isComplete = totals.received === totals.processed;
  return (
    <section class="sums" aria-label={say.month.totals}>
      <dl class="totals">
        <Figure name={say.month.vouchers} value={formatCount(totals.vouchers)} />
        <Figure name={say.month.lines} value={formatCount(totals.lines)} />
        <Figure name={say.month.debit} value={formatAmount(totals.debit)} />
        <Figure name={say.month.credit} value={formatAmount(totals.credit)} />
        <Figure name={say.month.difference} value={formatAmount(difference)} isWrong={!isZero(difference)} />
        <Figure name={say.month.processed} value={`${formatCount(totals.received)} / ${formatCount(totals.processed)}`} isWrong={!isComplete} />
        {totals.cancelled > 0 && <Figure name={say.month.cancelled} value={formatCount(totals.cancelled)} />}
        {totals.undated > 0 && <Figure name={say.month.undated} value={formatCount(totals.undated)} isWrong />}
        {numbers !== undefined && numbers.vouchers > 0 && <Figure name={say.month.numbers} value={`${formatCount(numbers.first)}–${formatCount(numbers.last)}`} />}
      </dl>
      {month.checkedAt !== undefined && <p class="hint">{say.month.checkedAt(formatInstant(month.checkedAt))}</p>}
    </section>
  );
}

function Figure({ name, value, isWrong = false }: { name: string; value: string; isWrong?: boolean }) {
  return (
    <div class={isWrong ? "wrong" : ""}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
