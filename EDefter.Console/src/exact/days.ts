import { say } from "../language/language";

/** 2025-01-31 → 31.01.2025. */
export function formatDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-");
  return `${date}.${month}.${year}`;
}

const clock = new Intl.DateTimeFormat("tr-TR", { timeZone: "Europe/Istanbul", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** An instant as Türkiye's clock shows it: 05.02.2025 14:05. */
export function formatInstant(instant: string): string {
  return clock.format(new Date(instant));
}

/** 2025-01 → Ocak 2025. */
export function formatPeriod(period: string): string {
  const [year, month] = period.split("-");
  return `${monthName(Number(month))} ${year}`;
}

export function monthName(month: number): string {
  return say.months[month - 1] ?? String(month);
}

/** Today in Türkiye, yyyy-MM-dd. */
export function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Istanbul" }).format(new Date());
}
