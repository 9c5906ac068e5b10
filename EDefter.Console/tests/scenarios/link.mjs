import assert from "node:assert/strict";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";

const vouchers = 3500;
const broken = 1150;

// A file of more than 100 MB goes straight to storage, packed and block by block, and is imported by a job; every rejected row can be read.
export default async function link(stage, { key, voucher }) {
  const { page } = stage;
  const folder = await mkdtemp(join(tmpdir(), "edefter-"));
  try {
    const path = join(folder, "ocak.ndjson");
    await write(path, voucher);
    const calls = [];
    page.on("request", (request) => calls.push(`${request.method()} ${new URL(request.url()).pathname}${/comp=\w+/.exec(request.url())?.[0] ?? ""}`));
    await stage.signIn(key);
    await stage.click('[data-period="2025-01"]');
    await stage.chooseFile("#upload", path);
    await stage.see(".progress");
    await stage.says(".outcome", new RegExp(`Gelen\\s*4\\.650[\\s\\S]*Saklanan\\s*3\\.500[\\s\\S]*Reddedilen\\s*1\\.150`));
    assert.ok(calls.some((call) => /^PUT .*\/uploads\/.*comp=block$/.test(call)) && calls.some((call) => call.endsWith("comp=blocklist")), calls.join("\n"));
    assert.ok(!calls.some((call) => call.endsWith("/vouchers") && call.startsWith("POST")));
    await stage.click("#more-rejected");
    await stage.click("#more-rejected");
    await page.waitForSelector("#more-rejected", { state: "detached" });
    while ((await page.locator(".rejected .button").count()) > 0) await page.click(".rejected .button");
    assert.equal(await page.locator(".rejected tbody tr").count(), broken);
    await stage.says(".rejected tbody tr:last-child", /satır 4650/);
  } finally {
    await rm(folder, { recursive: true });
  }
}

// Comments of 30 KB that repeat themselves, so that the file is large on the disk and small on the wire; far from a bomb all the same.
async function write(path, voucher) {
  const file = createWriteStream(path);
  for (let n = 0; n < vouchers; n++) {
    const comment = Array.from({ length: 40 }, (_, place) => ((n * 7919 + place * 104729) % 1_000_003).toString(36)).join(" ").slice(0, 300).padEnd(300, "x").repeat(100);
    if (!file.write(`${JSON.stringify({ ...voucher, id: `b${n}`, number: `b${n}`, comment })}\n`)) await once(file, "drain");
  }
  for (let n = 0; n < broken; n++) file.write("bozuk satır\n");
  file.end();
  await once(file, "finish");
}
