import assert from "node:assert/strict";

// An integrator's key sees archives and nothing else: it downloads, verifies, and reads what the second archive says otherwise, field by field to the last page.
export default async function integrator(stage, { key, changed }) {
  const { page } = stage;
  await stage.signIn(key);
  await stage.says("main", /yalnız arşivleri görürsünüz/);
  await page.selectOption("select", "2025-01");
  await stage.see(".plain li >> nth=1");
  for (const place of ["/kontrol", "/numara", "/prova"]) {
    await page.evaluate((tab) => (location.hash = location.hash.split("/").slice(0, 4).join("/") + tab), place);
    assert.equal(await page.locator(".steps").count(), 0);
  }
  assert.equal(await page.locator("#to-hooks, #make-archive, #give-numbers").count(), 0);
  const file = await stage.saved('.plain li >> nth=0 >> .button:has-text("İndir")');
  await page.setInputFiles("#verify", { name: file.name, mimeType: "application/zip", buffer: file.bytes });
  await stage.see('[data-verdict="intact"]');

  await stage.click('.plain .button:has-text("karşılaştır")');
  assert.equal(await stage.text('[data-count="changed"] dd'), String(changed));
  assert.equal(await stage.text('[data-count="removed"] dd'), "1");
  await stage.says(".sides", /Önceki arşiv[\s\S]*Sonraki arşiv/);
  await stage.says(".diff tbody tr >> nth=0", /Fiş Açıklaması[\s\S]*Deneme kaydı[\s\S]*düzeltildi/);
  assert.equal(await page.locator('.diff th[scope="rowgroup"]').count(), 100);
  await stage.click("#more-diff");
  await page.waitForSelector("#more-diff", { state: "detached" });
  assert.equal(await page.locator('.diff th[scope="rowgroup"]').count(), changed + 1);
  await stage.says(".diff tbody tr:last-child", /Fişin tamamı \(2 satır\)/);
  assert.deepEqual(await stage.faultsAt("diff"), []);
}
