import { say } from "../language/language";

/** 2025-01-31 → 31.01.2025. */
export function formatDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-");
  return `${date}.${month}.${year}`;
}

/** An instant as Türkiye's clock shows it: 31.01.2025 14:05. */
export function formatInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat("tr-TR", { timeZone: "Europe/Istanbul", dateStyle: "short", timeStyle: "short" });
  return parts.format(new Date(instant));
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
