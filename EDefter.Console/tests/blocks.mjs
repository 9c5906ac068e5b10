// A large file block by block, without a browser: what arrives is the file, whatever its size, however often the line breaks; and what storage refuses is not asked again.
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

const { outputFiles } = await build({ stdin: { contents: 'export * from "./src/api/blocks"; export { Trouble } from "./src/api/client";', resolveDir: ".", loader: "ts" }, bundle: true, format: "esm", write: false });
const { writeBlob, StorageTrouble, Trouble } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

// The pauses between tries are no part of what is tried here.
globalThis.setTimeout = (done) => queueMicrotask(done);
let state = 7;
const chance = (most) => (state = (state * 48271) % 2147483647) % most;
const link = "https://storage.example/uploads/a?sig=x";

/** Storage as the service describes it: blocks wait until a list names them. */
function storage(answer) {
  const blocks = new Map();
  const seen = { calls: 0, blob: null, type: null };
  globalThis.fetch = async (url, { method, headers, body, credentials }) => {
    seen.calls++;
    assert.equal(method, "PUT");
    assert.equal(credentials, "omit");
    const query = new URL(url).searchParams;
    assert.equal(query.get("sig"), "x");
    const status = answer(seen.calls);
    if (status === 0) throw new TypeError("Failed to fetch");
    if (status !== 201) return { status };
    if (query.get("comp") === "block") {
      assert.ok(body.length <= 4 * 1024 * 1024);
      blocks.set(query.get("blockid"), Buffer.from(body));
    } else {
      const ids = [...body.matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id]) => id);
      seen.blob = Buffer.concat(ids.map((id) => blocks.get(id)));
      seen.type = headers["x-ms-blob-content-type"];
    }
    return { status };
  };
  return seen;
}

for (const [bytes, isPacked] of [[1, false], [4 * 1024 * 1024, false], [4 * 1024 * 1024 + 1, false], [9_000_000, false], [9_000_000, true], [0, true]]) {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1 + chance(40)) content[at] = chance(256);
  let failures = 0;
  // Never five times in a row for one call.
  const seen = storage(() => (chance(3) === 0 && ++failures < 4 ? [0, 500, 503][chance(3)] : ((failures = 0), 201)));
  let told = 0;
  await writeBlob(link, new File([content], "a"), "application/x-ndjson", isPacked, (read) => {
    assert.ok(read >= told && read <= bytes);
    told = read;
  });
  assert.equal(told, bytes);
  assert.equal(seen.type, "application/x-ndjson");
  assert.ok((isPacked ? gunzipSync(seen.blob) : seen.blob).equals(content));
}

const refused = storage(() => 403);
await assert.rejects(writeBlob(link, new File(["a"], "a"), "text/csv", false, () => {}), StorageTrouble);
assert.equal(refused.calls, 1);
const away = storage(() => 0);
await assert.rejects(writeBlob(link, new File(["a"], "a"), "text/csv", false, () => {}), StorageTrouble);
assert.equal(away.calls, 5);
await assert.rejects((storage(() => 400), writeBlob(link, new File(["a"], "a"), "text/csv", false, () => {})), Trouble);

console.log("ok");
