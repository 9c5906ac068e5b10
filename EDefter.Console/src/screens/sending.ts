import type { Book } from "../api/book";
import { Refusal } from "../api/client";
import type { Received } from "../api/shapes";
import { say } from "../language/language";

export interface Sending {
  name: string;
  sent: number;
  total: number;
  isSent: boolean;
}

const types: Record<string, string> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Below this a file is sent as it is: packing gains nothing that anybody would notice. */
const packedFrom = 256 * 1024;

/** Sends a file of vouchers as its bytes stand; texts travel gzipped, so that a large month fits into one request. */
export async function sendFile(book: Book, file: File, profile: string, onProgress: (sending: Sending) => void): Promise<Received> {
  const ending = file.name.slice(file.name.lastIndexOf(".") + 1).toLowerCase();
  const type = types[ending];
  if (type === undefined) throw new Refusal({ type: "", status: 0, title: say.upload.title, detail: say.upload.unknownKind(file.name) });
  const isTable = ending === "csv" || ending === "xlsx";
  const isPacked = ending !== "xlsx" && file.size >= packedFrom;
  const body = isPacked ? await new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob() : file;
  const headers: Record<string, string> = { "Content-Type": type };
  if (isPacked) headers["Content-Encoding"] = "gzip";
  const tell = (sent: number, total: number) => onProgress({ name: file.name, sent, total, isSent: sent >= total });
  tell(0, body.size);
  return book.client.upload<Received>(`${book.path}/vouchers${isTable ? `?profile=${encodeURIComponent(profile)}` : ""}`, body, headers, tell);
}
