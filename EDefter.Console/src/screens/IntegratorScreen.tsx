import type { Book } from "../api/book";
import type { Archive, SessionAnswer, SessionCompany } from "../api/shapes";
import { formatPeriod, today } from "../exact/days";
import { say } from "../language/language";
import { Failure, Notice } from "../ui/controls";
import { go, type Route } from "../ui/route";
import { useLoaded, useSeenAgain } from "../ui/work";
import { ArchiveList } from "./ArchiveList";
import { KeyWarning } from "./KeyWarning";
import { VerifyCard } from "./VerifyCard";

/** What an integrator's key may see: the archives of a month, and whether a file is one of them. */
export function IntegratorScreen({ book, company, answer, route }: { book: Book; company: SessionCompany; answer: SessionAnswer; route: Route }) {
  const periods = company.fiscalYears.flatMap(({ start, end }) => periodsOf(start.slice(0, 7), end.slice(0, 7))).reverse();
  // The month that ended last is the one that is worked on.
  const ended = periods.find((each) => each < today().slice(0, 7));
  const period = route.period ?? ended ?? periods[periods.length - 1];
  return (
    <section>
      <p class="over">{company.title ?? company.id}</p>
      <div class="row between">
        <h1>{say.archive.list}</h1>
        <select aria-label={say.archive.list} value={period} onChange={(event) => go({ company: book.company, branch: book.branch, period: event.currentTarget.value })}>
          {periods.map((each) => (
            <option key={each} value={each}>
              {formatPeriod(each)}
            </option>
          ))}
        </select>
      </div>
      <Notice>{say.signIn.integrator}</Notice>
      <KeyWarning answer={answer} />
      {period !== undefined && <Archives key={period} book={book} path={`${book.month(period)}/archives`} />}
      <VerifyCard book={book} />
    </section>
  );
}

function Archives({ book, path }: { book: Book; path: string }) {
  const archives = useLoaded<Archive[]>(() => book.client.get(path), [path]);
  useSeenAgain(archives.reload);
  return (
    <>
      <Failure error={archives.error} />
      {archives.value !== undefined && <ArchiveList book={book} path={path} archives={archives.value} />}
    </>
  );
}

function periodsOf(first: string, last: string): string[] {
  const periods: string[] = [];
  for (let period = first; period <= last; ) {
    periods.push(period);
    const [year = 0, month = 0] = period.split("-").map(Number);
    period = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  }
  return periods;
}
