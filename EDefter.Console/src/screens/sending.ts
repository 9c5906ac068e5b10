import { writeBlob } from "../api/blocks";
import type { Book } from "../api/book";
import { type OnProgress, Refusal } from "../api/client";
import type { Received, RejectedRow } from "../api/shapes";
import { formatBytes } from "../exact/amount";
import { say } from "../language/language";

/** How far a file is on its way in. */
export interface Sending {
  name: string;
  sent: number;
  total: number;
  isSent: boolean;
}

/** What became of a file, whichever way it came in. */
export interface Taken {
  received: number;
  stored: number;
  unchanged: number;
  undated: number;
  rejectedCount: number;
  /** The first of them. */
  rejected: RejectedRow[];
  /** Path of the list of all of them; absent where these are all. */
  rejectedPath?: string;
  supersededCount: number;
  periods: string[];
}

/** Endings of files → what they are. */
export const types: Readonly<Record<string, string>> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Below this a file is sent as it is: packing gains nothing that anybody would notice. */
const packedFrom = 256 * 1024;

/** Above this a file goes straight to storage and is imported by a job: a request takes no more, and ends after some minutes. */
const requestBytesMax = 100 * 1000 * 1000;

interface Form {
  type: string;
  profile?: string;
  isPacked: boolean;
}

/** Sends a file of vouchers as its bytes stand; texts travel gzipped. */
export async function sendFile(book: Book, file: File, profile: string, onSending: (sending: Sending) => void, onImport: OnProgress): Promise<Taken> {
  const ending = endingOf(file);
  const type = types[ending];
  if (type === undefined) throw new Refusal({ type: "", status: 0, title: say.upload.title, detail: say.upload.unknownKind(file.name) });
  const isTable = ending === "csv" || ending === "xlsx";
  const form: Form = { type, ...(isTable ? { profile } : {}), isPacked: ending !== "xlsx" && file.size >= packedFrom };
  return file.size > requestBytesMax ? sendThroughLink(book, file, form, onSending, onImport) : sendAsRequest(book, file, form, onSending);
}

export function endingOf(file: File): string {
  return file.name.slice(file.name.lastIndexOf(".") + 1).toLowerCase();
}

async function sendAsRequest(book: Book, file: File, { type, profile, isPacked }: Form, onSending: (sending: Sending) => void): Promise<Taken> {
  const body = isPacked ? await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob() : file;
  const headers: Record<string, string> = { "Content-Type": type, ...(isPacked ? { "Content-Encoding": "gzip" } : {}) };
  const tell = (sent: number, total: number) => onSending({ name: file.name, sent, total, isSent: sent >= total });
  tell(0, body.size);
  const query = profile === undefined ? "" : `?profile=${encodeURIComponent(profile)}`;
  const received = await book.client.upload<Received>("POST", `${book.path}/vouchers${query}`, body, headers, tell);
  return { ...received, rejectedCount: received.rejected.length, supersededCount: received.supersededRepairs.length, periods: received.periods.map(({ period }) => period) };
}

interface Ticket {
  id: string;
  url: string;
  maxBytes: number;
}

interface Imported extends Omit<Received, "supersededRepairs"> {
  rejectedCount: number;
  supersededRepairCount: number;
}

async function sendThroughLink(book: Book, file: File, { type, profile, isPacked }: Form, onSending: (sending: Sending) => void, onImport: OnProgress): Promise<Taken> {
  const { id, url, maxBytes } = await book.client.post<Ticket>(`${book.path}/uploads`, {});
  // What is packed on its way may be larger on the disk; then storage's word counts.
  if (!isPacked && file.size > maxBytes) throw new Refusal({ type: "", status: 0, title: say.upload.title, detail: say.upload.tooLarge(file.name, formatBytes(maxBytes)) });
  const tell = (sent: number) => onSending({ name: file.name, sent, total: file.size, isSent: sent >= file.size });
  tell(0);
  await writeBlob(url, file, type, isPacked, tell);
  const path = `${book.path}/uploads/${id}`;
  const imported = await book.client.act<Imported>(`${path}/import`, profile === undefined ? {} : { profile }, onImport);
  return {
    ...imported,
    ...(imported.rejectedCount > imported.rejected.length ? { rejectedPath: `${path}/rejected` } : {}),
    supersededCount: imported.supersededRepairCount,
    periods: imported.periods.map(({ period }) => period),
  };
}
