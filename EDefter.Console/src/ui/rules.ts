import type { RuleInfo, Rules, Severity } from "../api/shapes";
import { formatAmount, isAmount } from "../exact/amount";
import { formatDay } from "../exact/days";
import { say } from "../language/language";

/** What a rule says in general: its sentence without the values of a case, which stand before or behind a colon, or in brackets. */
export function titleOf(rule: RuleInfo | undefined, code: string): string {
  if (rule === undefined) return code;
  const whole = rule.message.replace(/^\{\w+\}(?:\/\{\w+\})?:\s*/, "").replace(/\s*\([^()]*\{\w+\}[^()]*\)/g, "");
  const before = whole.replace(/:[^:]*\{\w+\}.*$/, ".");
  // Of "{hesap} hesabı: {neden}." the part before the colon says nothing by itself.
  const general = (/^\{\w+\} \S+\.$/.test(before) ? whole : before)
    .replace(/"?\{\w+\}"?/g, "…")
    .replace(/…(?: …)+/g, "…")
    .replace(/\.*…\.+$/, "…")
    .replace(/^… (?:için|nolu) /, "");
  return general.charAt(0).toLocaleUpperCase("tr-TR") + general.slice(1);
}

export function nameOfField(rules: Rules | undefined, field: string): string {
  const account = /^accounts\[(.+?)\]/.exec(field);
  if (account !== null) return `${say.plan.account}, ${account[1]}`;
  const known = field.replace(/\[\d+\]/g, "");
  return say.words.fields[known] ?? rules?.fields[known] ?? field;
}

/** A value of the wire for people: a date, an amount, a word of a list, the lines of a divided line. */
export function valueOf(field: string, value: string | undefined): string | null {
  if (value === undefined || value.trim() === "") return null;
  if (value.startsWith("[{")) return linesIn(value);
  if ((field === "debit" || field === "credit") && isAmount(value)) return formatAmount(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  const words = { kind: say.words.kind, state: say.words.state, side: say.words.side, "document.type": say.words.documentType }[field];
  return words?.[value] ?? value;
}

function linesIn(json: string): string {
  // Amounts are picked out as they stand in the text, digit by digit.
  const lines = json.match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g) ?? [json];
  return lines.map(lineIn).join("\n");
}

function lineIn(text: string): string {
  const account = /"account":"([^"]*)"/.exec(text)?.[1];
  const sides = [..."debit,credit".split(",")].flatMap((side) => {
    const amount = new RegExp(`"${side}":"?(-?[\\d.]+)`).exec(text)?.[1];
    return amount === undefined ? [] : [`${side === "debit" ? say.words.side["D"] : say.words.side["C"]} ${formatAmount(amount)}`];
  });
  return (account === undefined ? "" : `${account}: `) + sides.join(", ");
}

export const severities: readonly Severity[] = ["error", "warning", "info"];

export function severityWord(severity: Severity): string {
  return say.check[severity];
}
