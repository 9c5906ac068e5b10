import type { Company } from "../api/shapes";

/** A company's profile while it is being written: members of any depth, every one of which may be missing. */
export type Draft = Record<string, unknown>;

/** What stands at a place such as "address.city". */
export function at(draft: Draft, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, name) => (typeof inner === "object" && inner !== null ? (inner as Draft)[name] : undefined), draft);
}

/** The same draft with another value at a place. */
export function withAt(draft: Draft, path: string, value: unknown): Draft {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...draft, [name]: value };
  const inner = draft[name];
  return { ...draft, [name]: withAt(typeof inner === "object" && inner !== null ? (inner as Draft) : {}, rest.join("."), value) };
}

/** As it is sent: what is blank was not said. A group of which nothing was said is not there. */
export function sent(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(sent).filter((each) => each !== undefined);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const members = Object.entries(value)
    .map(([name, inner]) => [name, sent(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** A company that begins: an e-Defter taxpayer's head office in this calendar year. */
export function begun(year: string): Draft {
  return {
    eDefter: true,
    address: { country: "Türkiye" },
    branches: [{ code: "0000", name: "Merkez" }],
    accountants: [{ inHouse: false }],
    fiscalYear: { start: `${year}-01-01`, end: `${year}-12-31` },
    uploadPreference: "monthly",
  };
}

/** What is put: the profile as it is now, and over it what was changed in the draft since it was begun. So nothing comes back that somebody else changed or took away in the meantime. */
export function bodyOf(latest: Company | null, begunWith: Draft, draft: Draft): Draft {
  const isChanged = (name: string) => latest === null || JSON.stringify(sent(draft[name])) !== JSON.stringify(sent(begunWith[name]));
  const changed = Object.keys(draft).filter(isChanged);
  return { ...(latest ?? {}), ...Object.fromEntries(changed.map((name) => [name, sent(draft[name]) ?? null])) };
}
