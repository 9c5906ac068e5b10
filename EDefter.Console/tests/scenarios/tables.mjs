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
  // A profile that nobody has said is offered, and the empty table is there to begin with.
  assert.ok((await page.locator(".below option").count()) >= 1);
  assert.equal((await stage.saved('.below .button:has-text("Boş tabloyu indir")')).bytes.subarray(0, 2).toString(), "PK");
  await stage.see(".chart");
  return { seen };
}
