import type { Book } from "../api/book";
import type { Month } from "../api/shapes";
import { type Amount, formatAmount, formatCount, isGreater, share } from "../exact/amount";
import { formatDay } from "../exact/days";
import { say } from "../language/language";
import { Failure } from "../ui/controls";
import { chartWidth } from "../ui/chart";
import { useLoaded } from "../ui/work";

interface Day {
  day: string;
  vouchers: number;
  lines: number;
  debit: Amount;
  credit: Amount;
}

const daysMost = 31;
const height = 120;
const foot = 18;
const gap = 3;

/** Vouchers and amounts of each day: a day that is missing or towers over the others is seen at once. */
export function DaysChart({ book, month }: { book: Book; month: Month }) {
  const days = useLoaded<Day[]>(() => book.client.get(`${book.month(month.period)}/days`), [book, month.period, month.revision]);
  if (days.value === undefined) return days.error === null ? <p class="loading">{say.loading}</p> : <Failure error={days.error} />;
  if (days.value.length === 0) return <p class="hint">{say.days.none}</p>;
  const most = Math.max(...days.value.map(({ vouchers }) => vouchers));
  const greatest = days.value.map(({ debit }) => debit).reduce((left, right) => (isGreater(right, left) ? right : left), "0");
  return (
    <section class="card">
      <h2>{say.days.title}</h2>
      <div class="two">
        <Bars title={say.days.vouchers} days={days.value} length={({ vouchers }) => vouchers / most} says={({ vouchers }) => formatCount(vouchers)} />
        <Bars title={say.days.amounts} days={days.value} length={({ debit }) => share(debit, greatest)} says={({ debit }) => formatAmount(debit)} />
      </div>
      <details>
        <summary>{say.days.table}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={say.days.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.days.day}</th>
                <th scope="col" class="number">{say.month.vouchers}</th>
                <th scope="col" class="number">{say.month.lines}</th>
                <th scope="col" class="number">{say.month.debit}</th>
                <th scope="col" class="number">{say.month.credit}</th>
              </tr>
            </thead>
            <tbody>
              {days.value.map((day) => (
                <tr key={day.day}>
                  <td>{formatDay(day.day)}</td>
                  <td class="number">{formatCount(day.vouchers)}</td>
                  <td class="number">{formatCount(day.lines)}</td>
                  <td class="number">{formatAmount(day.debit)}</td>
                  <td class="number">{formatAmount(day.credit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Bars({ title, days, length, says }: { title: string; days: Day[]; length: (day: Day) => number; says: (day: Day) => string }) {
  const width = chartWidth();
  const slot = width / daysMost;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={`${title}: ${days.map((day) => `${Number(day.day.slice(8))}: ${says(day)}`).join("; ")}`}>
        {days.map((day) => {
          const place = Number(day.day.slice(8)) - 1;
          const tall = Math.max(1, length(day) * height);
          return (
            <g key={day.day}>
              <title>{`${formatDay(day.day)}: ${says(day)}`}</title>
              <rect x={place * slot + gap / 2} y={height - tall} width={slot - gap} height={tall} rx="2" class="bar" />
              {(place + 1) % 5 === 0 || place === 0 ? (
                <text x={place * slot + slot / 2} y={height + 14} text-anchor="middle" class="axis">
                  {place + 1}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
