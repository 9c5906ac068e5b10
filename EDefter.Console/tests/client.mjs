// The calls without a browser: what happens when the server asks for patience, when the line breaks in the midst, and when a sign-in outlives its token.
import assert from "node:assert/strict";
import { build } from "esbuild";

const { outputFiles } = await build({ stdin: { contents: 'export * from "./src/api/client";', resolveDir: ".", loader: "ts" }, bundle: true, format: "esm", write: false });
const { Client, Refusal, Trouble } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

// Pauses pass at once, and are counted.
let waited = 0;
globalThis.setTimeout = (done, milliseconds) => {
  waited += milliseconds / 1000;
  queueMicrotask(done);
};

/** A server that answers what it is told to, one answer a call; the last again and again. */
function server(...answers) {
  const calls = [];
  waited = 0;
  globalThis.fetch = async (path, { method = "GET", headers = {} }) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)];
    calls.push({ path, method, headers: new Headers(headers) });
    const made = typeof answer === "function" ? answer(path) : answer;
    if (made === "broken") throw new TypeError("Failed to fetch");
    return made.clone();
  };
  return calls;
}

const json = (content, status = 200, headers = {}) => new Response(JSON.stringify(content), { status, headers });
const refusal = (status, seconds) => json({ type: "urn:edefter:too-many-requests", title: "İstek sınırı aşıldı", detail: "Biraz bekleyip yineleyin." }, status, { "Retry-After": String(seconds) });
const said = (failed, status) => failed instanceof Refusal && failed.problem.status === status;

// Reading waits for a moment that the server asks for, and no longer than that without a word.
let calls = server(refusal(429, 1), refusal(503, 2), json({ good: true }));
assert.deepEqual(await new Client("k").get("/api/a"), { good: true });
assert.deepEqual([calls.length, waited], [3, 3]);
calls = server(refusal(429, 1));
await assert.rejects(new Client("k").get("/api/a"), (failed) => said(failed, 429) && failed.retryAfter === 1);
assert.equal(calls.length, 3);
calls = server(refusal(503, 30));
await assert.rejects(new Client("k").get("/api/a"), (failed) => said(failed, 503) && failed.retryAfter === 30);
assert.equal(calls.length, 1);

// An act is a person's: it is asked for once, and the time that the server wants is told.
calls = server(refusal(429, 1));
await assert.rejects(new Client("k").post("/api/a", {}), (failed) => said(failed, 429) && failed.retryAfter === 1);
assert.equal(calls.length, 1);
assert.equal(waited, 0);

// A job goes on while nobody can be asked about it.
const running = json({ id: "1", kind: "check", state: "running", step: "Kontrol", done: 1, total: 2 }, 202);
const told = [];
calls = server(running, "broken", new Response("", { status: 502 }), refusal(503, 30), json({ id: "1", kind: "check", state: "succeeded", done: 2, total: 2, result: { n: 7 } }));
assert.deepEqual(await new Client("k").act("/api/check", {}, (job) => told.push(job.step)), { n: 7 });
assert.deepEqual(calls.map(({ method }) => method), ["POST", "GET", "GET", "GET", "GET"]);
assert.equal(told.filter((step) => step?.startsWith("Sunucuya ulaşılamıyor")).length, 3);
calls = server(running, "broken");
await assert.rejects(new Client("k").act("/api/check", {}, () => {}), (failed) => failed instanceof Trouble && failed.status === 0);
assert.ok(waited > 60 && waited <= 120, `${waited}`);
// What is no trouble of the line is said at once.
calls = server(running, json({ type: "urn:edefter:unknown-job", title: "İş bulunamadı", detail: "Yok." }, 404));
await assert.rejects(new Client("k").act("/api/check", {}, () => {}), (failed) => said(failed, 404));
assert.equal(calls.length, 2);

// A line that breaks in the midst of an answer is a line that breaks.
server(() => ({ ok: true, status: 200, headers: new Headers(), text: () => Promise.reject(new TypeError("network error")), clone() { return this; } }));
await assert.rejects(new Client("k").get("/api/a"), (failed) => failed instanceof Trouble && failed.status === 0);

// Who signed in with the directory stays in: a token that is over is renewed once for all that wait for it.
const unknown = json({ type: "urn:edefter:unauthenticated", title: "Oturum bitti", detail: "Yeniden girin." }, 401);
let isRenewed = false;
let sentOut = 0;
const platform = (renews) => (path) => {
  if (path !== "/.auth/refresh") return isRenewed ? json({ path }) : unknown;
  isRenewed = renews;
  return new Response(null, { status: renews ? 200 : 403 });
};
calls = server(platform(true));
const person = new Client(null, () => sentOut++);
assert.deepEqual(await Promise.all([person.get("/api/a"), person.post("/api/b", {})]), [{ path: "/api/a" }, { path: "/api/b" }]);
assert.equal(calls.filter(({ path }) => path === "/.auth/refresh").length, 1);
assert.equal(calls.filter(({ path, headers }) => path.startsWith("/api/") && headers.get("X-EDefter-Page") !== "1").length, 0);
assert.equal(sentOut, 0);
isRenewed = false;
calls = server(platform(false));
await assert.rejects(person.get("/api/a"), (failed) => said(failed, 401));
assert.deepEqual([calls.length, sentOut], [2, 1]);
// A key is not renewed by anybody.
calls = server(unknown);
await assert.rejects(new Client("k", () => sentOut++).get("/api/a"), (failed) => said(failed, 401));
assert.deepEqual([calls.length, sentOut], [1, 2]);

console.log("ok");
