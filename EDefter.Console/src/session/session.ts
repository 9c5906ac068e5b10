import type { Client } from "../api/client";
import type { Role, SessionAnswer, SessionCompany } from "../api/shapes";

/** One way in: a key, or the company's directory, for which the browser itself answers. */
export interface Entry {
  /** Null: signed in with the directory. */
  key: string | null;
  answer: SessionAnswer;
}

/** Who works here, and by which ways in: somebody who does several companies' books has a key of each. Keys live in this tab only and are gone when it is closed; they are never in a URL. */
export interface Session {
  name: string;
  entries: Entry[];
}

/** A company as one of the ways in reaches it. */
export interface Reach {
  entry: Entry;
  company: SessionCompany;
  role: Role;
}

const place = "edefter.session";
const strongestFirst: readonly Role[] = ["admin", "accountant", "integrator", "erp"];

export function keptSession(): Session | null {
  const text = sessionStorage.getItem(place);
  const kept = text === null ? null : (JSON.parse(text) as Partial<Session>);
  // What an older page kept has another shape: its reader signs in again.
  return kept?.entries === undefined ? null : (kept as Session);
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(place, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(place);
}

export function signedInBy(client: Client): Promise<SessionAnswer> {
  return client.get<SessionAnswer>("/api/session");
}

/** Everything that is reached, company by company, each role for itself. */
export function reachesOf({ entries }: Session): Reach[] {
  return entries.flatMap((entry) => entry.answer.companies.flatMap((company) => company.roles.map((role) => ({ entry, company, role }))));
}

/** The strongest of some roles in a company. */
export function reachOf(session: Session, company: string | undefined, roles: readonly Role[]): Reach | undefined {
  const found = reachesOf(session).filter((reach) => reach.company.id === company && roles.includes(reach.role));
  return found.sort((left, right) => strongestFirst.indexOf(left.role) - strongestFirst.indexOf(right.role))[0];
}

/** The way in that makes companies and keys. */
export function adminOf({ entries }: Session): Entry | undefined {
  return entries.find(({ answer }) => answer.role === "admin");
}

/** With one more way in; the same key again takes the place of what it told before. */
export function withEntry(session: Session, entry: Entry): Session {
  const isKnown = session.entries.some(({ key }) => key === entry.key);
  return { ...session, entries: isKnown ? session.entries.map((known) => (known.key === entry.key ? entry : known)) : [...session.entries, entry] };
}

/** Without a way in that opens no more; null when it was the last. */
export function withoutEntry(session: Session, key: string | null): Session | null {
  const entries = session.entries.filter((entry) => entry.key !== key);
  return entries.length === 0 ? null : { ...session, entries };
}
