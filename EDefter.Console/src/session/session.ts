import type { SessionAnswer } from "../api/shapes";

/** Who works here. The key lives in this tab only and is gone when it is closed; it is never in a URL. */
export interface Session {
  key: string;
  name: string;
  answer: SessionAnswer;
}

const place = "edefter.session";

export function keptSession(): Session | null {
  const text = sessionStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as Session);
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(place, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(place);
}
