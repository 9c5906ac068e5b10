import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

// The sample month with the mouse alone, from the key to the ZIP.
export default async function month(stage, { key, folder, pictures }) {
  const begun = Date.now();
  await stage.signIn(key);
  await stage.click('[data-period="2025-01"]');
  await stage.chooseFile("#upload", `${folder}/2025-01.ndjson`);
  assert.match(await stage.text(".outcome"), /Gelen\s*861[\s\S]*Saklanan\s*861/);
  await stage.click("#to-check");
  await stage.click("#check");
  assert.match(await stage.text(".verdict.bad"), /hata giderilmeden yevmiye numarası verilmez/);
  await stage.picture("kontrol", pictures);
  await stage.click("#to-plan");
  await stage.click("#make-plan");
  await stage.see("#apply");
  await stage.page.selectOption('[data-choice] >> nth=0', "approved");
  await stage.picture("bakim", pictures);
  await stage.click("#apply");
  assert.match(await stage.text(".notice.good"), /değişiklik uygulandı/);
  await stage.click("#tab-fisler");
  await stage.chooseFile("#upload", `${folder}/2025-01-decisions.ndjson`);
  assert.match(await stage.text(".outcome"), /Saklanan\s*14/);
  await stage.click("#to-check");
  await stage.click("#check");
  await stage.click("#to-numbers");
  await stage.see("#give-numbers");
  assert.match(await stage.text("main"), /Son madde no\s*860/);
  await stage.click("#give-numbers");
  await stage.click("dialog .button.main");
  await stage.click("#to-archive");
  await stage.click("#make-archive");
  const download = stage.page.waitForEvent("download");
  await stage.click("#download");
  const file = await download;
  const seconds = (Date.now() - begun) / 1000;
  const path = await file.path();
  assert.equal((await readFile(path)).subarray(0, 2).toString(), "PK");
  await stage.page.setInputFiles("#verify", { name: file.suggestedFilename(), mimeType: "application/zip", buffer: await readFile(path) });
  await stage.see('[data-verdict="intact"]');
  return { seconds, clicksToZip: stage.clicks, file: file.suggestedFilename(), totals: await stage.text(".totals") };
}
