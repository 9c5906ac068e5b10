import { Trouble } from "./client";

/** Storage could not be written to from this browser: a network or a rule of storage stands between, or the link is too old. */
export class StorageTrouble extends Error {}

const blockBytes = 4 * 1024 * 1024;
const triesMost = 5;
const pauseFirst = 500;

/**
 * Writes a file through a link that may write one blob: block by block, each tried again when the line breaks, and the whole there only with the last call.
 * Nothing of the file is held but the block that is on its way.
 * @param onWritten Bytes of the file, as it is on the disk, that have arrived.
 */
export async function writeBlob(link: string, file: File, contentType: string, isPacked: boolean, onWritten: (bytes: number) => void): Promise<void> {
  const ids: string[] = [];
  for await (const { bytes, read } of blocksOf(file, isPacked)) {
    const id = btoa(String(ids.length).padStart(8, "0"));
    await put(`${link}&comp=block&blockid=${encodeURIComponent(id)}`, bytes, {});
    ids.push(id);
    onWritten(read);
  }
  const list = `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join("")}</BlockList>`;
  await put(`${link}&comp=blocklist`, list, { "x-ms-blob-content-type": contentType });
}

interface Block {
  bytes: Uint8Array<ArrayBuffer>;
  /** How much of the file was read when it was full. */
  read: number;
}

async function* blocksOf(file: File, isPacked: boolean): AsyncGenerator<Block> {
  let read = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.length;
        controller.enqueue(chunk);
      },
    }),
  );
  const reader = (isPacked ? counted.pipeThrough(new CompressionStream("gzip")) : counted).getReader();
  let block = new Uint8Array(blockBytes);
  let filled = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (let from = 0; from < next.value.length; ) {
      const taken = Math.min(blockBytes - filled, next.value.length - from);
      block.set(next.value.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled === blockBytes) {
        yield { bytes: block, read };
        block = new Uint8Array(blockBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield { bytes: block.subarray(0, filled), read };
}

async function put(url: string, body: BodyInit, headers: Record<string, string>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const status = await statusOf(url, body, headers);
    if (status === 201) return;
    // An hour is over, or a network that storage does not let in.
    if (status === 403) throw new StorageTrouble();
    // What storage refuses it refuses again; a broken line (0) and a busy server may be better in a moment.
    if (status !== 0 && status < 500) throw new Trouble(status);
    if (attempt === triesMost) throw status === 0 ? new StorageTrouble() : new Trouble(status);
    await new Promise((done) => setTimeout(done, pauseFirst * 2 ** (attempt - 1)));
  }
}

async function statusOf(url: string, body: BodyInit, headers: Record<string, string>): Promise<number> {
  try {
    return (await fetch(url, { method: "PUT", headers, body, redirect: "error", credentials: "omit", referrerPolicy: "no-referrer" })).status;
  } catch (cause) {
    if (cause instanceof TypeError) return 0;
    throw cause;
  }
}
