import type { Change } from "../api/shapes";

/** Number of a change → true, or for class C the candidate that a person chose. */
export type Chosen = ReadonlyMap<number, true | string>;

/** Every change of classes A and B; choices of class C that were made stay. */
export function withAll(changes: Change[], before: Chosen = new Map()): Chosen {
  const chosen = new Map(before);
  for (const change of changes) if (change.class !== "C") chosen.set(change.n, true);
  return chosen;
}

/** A change taken in brings with it what it hangs on; one taken out takes with it what hangs on it. */
export function withChange(changes: Change[], before: Chosen, n: number, isIn: boolean): Chosen {
  const chosen = new Map(before);
  const byNumber = new Map(changes.map((change) => [change.n, change]));
  const waiting = [n];
  const seen = new Set<number>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const at = next;
    const change = byNumber.get(at);
    if (change === undefined || change.class === "C") continue;
    if (isIn) {
      chosen.set(at, true);
      waiting.push(...change.requires);
    } else {
      chosen.delete(at);
      waiting.push(...changes.filter(({ requires }) => requires.includes(at)).map((other) => other.n));
    }
  }
  return chosen;
}

export function withChoice(before: Chosen, n: number, candidate: string): Chosen {
  const chosen = new Map(before);
  if (candidate === "") chosen.delete(n);
  else chosen.set(n, candidate);
  return chosen;
}

export function chosenCount(chosen: Chosen): number {
  return chosen.size;
}

/** The body that says what was accepted: whole rules where all of a rule's changes are, else the changes one by one. */
export function acceptanceOf(changes: Change[], chosen: Chosen): { rules: string[]; changes: (number | { n: number; choose: string })[] } {
  const rules: string[] = [];
  const single: (number | { n: number; choose: string })[] = [];
  for (const rule of new Set(changes.map((change) => change.rule))) {
    const own = changes.filter((change) => change.rule === rule && change.class !== "C");
    if (own.length > 0 && own.every(({ n }) => chosen.has(n))) rules.push(rule);
    else single.push(...own.filter(({ n }) => chosen.has(n)).map(({ n }) => n));
  }
  for (const change of changes) {
    const choice = chosen.get(change.n);
    if (change.class === "C" && typeof choice === "string") single.push({ n: change.n, choose: choice });
  }
  return { rules, changes: single };
}
