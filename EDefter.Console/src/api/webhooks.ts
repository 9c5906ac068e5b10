// Webhooks as far as the screen reads them.

export interface Hook {
  id: string;
  url: string;
  events: string[];
  active: boolean;
  /** Only in the answer that made it. */
  secret?: string;
  previousSecretUntil?: string;
  after: number;
  last: number;
  failed: number;
  nextAt?: string;
}

export type DeliveryState = "waiting" | "delivered" | "dead";

export interface Delivery {
  n: number;
  eventId: string;
  type: string;
  /** Absent when the event is about no book. */
  branch?: string;
  period?: string;
  state: DeliveryState;
  attempts: number;
  tries: { at: string; outcome: string; status?: number }[];
}

export interface DeliveryPage {
  items: Delivery[];
  next?: string;
}

/** The words of the events, in the order in which a month goes. */
export const hookEvents = [
  "numbers-given",
  "numbers-taken-back",
  "repairs-applied",
  "repairs-undone",
  "archive-ready",
  "month-end-done",
  "month-end-stopped",
  "month-end-failed",
  "deadline-near",
  "key-ending",
  "month-filed",
  "filing-revoked",
] as const;
