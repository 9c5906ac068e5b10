import type { Book } from "../api/book";
import type { Archive, SessionCompany } from "../api/shapes";
import { formatPeriod } from "../exact/days";
import { say } from "../language/language";
import { Failure, Notice } from "../ui/controls";
import { go, type Route } from "../ui/route";
import { useLoaded } from "../ui/work";
import { ArchiveList } from "./ArchiveList";
import { VerifyCard } from "./VerifyCard";

/** What an integrator's key may see: the archives of a month, and whether a file is one of them. */
export function IntegratorScreen({ book, company, route }: { book: Book; company: SessionCompany; route: Route }) {
  const periods = company.fiscalYears.flatMap(({ start, end }) => periodsOf(start.slice(0, 7), end.slice(0, 7))).reverse();
  const period = route.period ?? periods[periods.length - 1];
  const path = `${book.month(period ?? "")}/archives`;
  const archives = useLoaded<Archive[]>(() => (period === undefined ? Promise.resolve([]) : book.client.get(path)), [path]);
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
      <Failure error={archives.error} />
      {archives.value !== undefined && <ArchiveList book={book} path={path} archives={archives.value} />}
      <VerifyCard book={book} />
    </section>
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
