/** An amount as the wire writes it: an optional sign, digits, an optional point with digits. Integers may come as numbers. */
export type Amount = string | number;

interface Scaled {
  units: bigint;
  decimals: number;
}

const plain = /^-?\d+(?:\.\d+)?$/;

function scaled(amount: Amount): Scaled {
  const text = String(amount);
  if (!plain.test(text)) throw new RangeError(`Not an amount: ${text}`);
  const [whole = "0", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

/** What is worked out has the decimals that it needs, two at least; what was sent keeps its own. */
function written(worked: Scaled): string {
  let { units, decimals } = worked;
  for (; decimals > 2 && units % 10n === 0n; decimals--) units /= 10n;
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = units < 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}

function aligned(left: Amount, right: Amount): [bigint, bigint, number] {
  const a = scaled(left);
  const b = scaled(right);
  const decimals = Math.max(a.decimals, b.decimals);
  return [a.units * 10n ** BigInt(decimals - a.decimals), b.units * 10n ** BigInt(decimals - b.decimals), decimals];
}

export function isAmount(value: unknown): value is Amount {
  return (typeof value === "string" || typeof value === "number") && plain.test(String(value));
}

export function plus(left: Amount, right: Amount): string {
  const [a, b, decimals] = aligned(left, right);
  return written({ units: a + b, decimals });
}

export function minus(left: Amount, right: Amount): string {
  const [a, b, decimals] = aligned(left, right);
  return written({ units: a - b, decimals });
}

export function isZero(amount: Amount): boolean {
  return scaled(amount).units === 0n;
}

/** How much of the greatest an amount is, 0 to 1: for the length of a bar only, never for a figure. */
export function share(amount: Amount, greatest: Amount): number {
  const [a, b] = aligned(amount, greatest);
  return b === 0n ? 0 : Number((a * 10000n) / b) / 10000;
}

export function isGreater(left: Amount, right: Amount): boolean {
  const [a, b] = aligned(left, right);
  return a > b;
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** 1234.5 → 1.234,50 (Turkish). More decimals than two are shown: they are what is wrong. */
export function formatAmount(amount: Amount): string {
  const text = String(amount);
  if (!plain.test(text)) return text;
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  return `${text.startsWith("-") ? "−" : ""}${grouped(whole, ".")},${fraction.padEnd(2, "0")}`;
}

/** 12345 → 12.345. */
export function formatCount(count: number): string {
  return grouped(String(count), ".");
}

/** 145211 → 142 KB; a size in bytes for people. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${formatCount(bytes)} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${formatCount(Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1).replace(".", ",")} MB`;
}
