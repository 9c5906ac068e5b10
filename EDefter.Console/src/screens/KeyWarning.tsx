import type { SessionAnswer } from "../api/shapes";
import { Notice } from "../ui/controls";

/** That a key is about to end, to whoever holds it: on the first page that he sees. */
export function KeyWarning({ answer: { key } }: { answer: SessionAnswer }) {
  return key?.warning === undefined ? null : <Notice kind="warning">{`${key.name}: ${key.warning}`}</Notice>;
}
