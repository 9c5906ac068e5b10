import assert from "node:assert/strict";

const kinds = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "text/csv" };

// Tables that people keep: what is good is stored, and every row that is not is told with its place and the reason.
export default async function tables(stage, { key, files }) {
  const { page } = stage;
  await stage.signIn(key);
  await stage.click('[data-period="2025-01"]');
  const seen = [];
  for (const { name, content } of files) {
    await page.setInputFiles("#upload", { name, mimeType: kinds[name.split(".")[1]], buffer: Buffer.from(content, "base64") });
    const outcome = `.outcome:has-text("${name}")`;
    await stage.says(outcome, /Gelen\s*3[\s\S]*Saklanan\s*2[\s\S]*Reddedilen\s*1/);
    seen.push(...(await page.locator(`${outcome} tbody tr`).allInnerTexts()));
  }
  // A table of accounts is no table of vouchers: only what reads vouchers is offered. The empty table is there to begin with.
  assert.deepEqual(await page.locator(".below >> nth=0 >> option").evaluateAll((options) => options.map(({ value }) => value)), ["edefter"]);
  assert.equal((await stage.saved('.below .button:has-text("Boş tabloyu indir") >> nth=0')).bytes.subarray(0, 2).toString(), "PK");
  await stage.see(".chart");
  await page.click("#accounts-card summary");
  await stage.says("#accounts-card", /Henüz gönderilmedi/);
  await page.setInputFiles("#accounts", { name: "plan.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from("{}") });
  await stage.says("#accounts-card .notice.error", /plan\.ndjson/);
  await page.setInputFiles("#accounts", { name: "plan.csv", mimeType: kinds.csv, buffer: Buffer.from("Hesap Kodu;Hesap Adı\n100;KASA\n600;YURT İÇİ SATIŞLAR\n") });
  await stage.says("#accounts-card .notice.good", /2 hesap kaydedildi/);
  return { seen };
}
