import assert from "node:assert/strict";

// An admin makes a company and gives its keys; who has keys of two companies goes from one to the other.
export default async function companies(stage, { key, company, title, otherKey, otherTitle, pictures }) {
  const { page } = stage;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await stage.signIn(key, "Sistem Yöneticisi");
  await stage.click("#add-company");
  await page.fill("#company-id", company);
  await page.fill("#company-taxId", "454053692");
  await page.fill("#company-title", title);
  await stage.click("#save-company");
  // The refusal stands at its field, in words, and nothing that was typed is lost.
  await stage.says('.field:has(#company-taxId) .refusal', /10 haneli VKN ya da 11 haneli TCKN/);
  await stage.picture("firma-ekle", pictures);
  assert.equal(await page.getAttribute("#company-taxId", "aria-invalid"), "true");
  assert.equal(await page.locator(".notice.error").count(), 0);
  await page.fill("#company-taxId", "4540536920");
  await page.fill("#company-branches-0-name", "Merkez\u0007");
  await stage.click("#save-company");
  await stage.says('.field:has(#company-branches-0-name) .refusal', /görünmeyen bir karakter/);
  assert.equal(await page.locator(".notice.error").count(), 0);
  await page.fill("#company-branches-0-name", "Merkez");
  await stage.click("#save-company");

  await stage.says("main h1", /Anahtarlar/);
  await stage.says("main", /henüz anahtar verilmedi/);
  assert.deepEqual(await stage.faultsAt("anahtarlar"), []);
  await give(stage, "erp", "Otel ERP’si", "");
  const secret = await give(stage, "accountant", "Ayşe Yılmaz", "");
  assert.match(secret, /^[0-9a-f]{16}\.[0-9a-f]{64}$/);
  assert.doesNotMatch(await page.content(), new RegExp(secret));
  const row = '.key:has-text("Ayşe Yılmaz")';
  await stage.says(row, /Muhasebeci[\s\S]*Henüz kullanılmadı[\s\S]*Süresiz/);

  await stage.click(`${row} .button:has-text("Yenile")`);
  await page.selectOption("#overlap", "72");
  await stage.click("#rotate-key");
  const renewed = await kept(stage);
  assert.notEqual(renewed, secret);
  await stage.says(`${row} >> nth=0`, /Anahtar yenilendi/);
  assert.equal(await page.locator(row).count(), 2);
  await stage.click(`.key:has-text("Otel ERP’si") .button:has-text("İptal et")`);
  await stage.click("dialog .button.main");
  await stage.see("#revoked");
  await stage.click("#revoked summary");
  await stage.says("#revoked", /Otel ERP’si[\s\S]*İptal:/);
  assert.deepEqual(await stage.faultsAt("anahtarlar"), []);

  await stage.click(".over a");
  await stage.click(`[data-company="${company}"] .button:has-text("Firma bilgileri")`);
  await page.fill("#company-address-city", "İzmir");
  await stage.click("#save-company");
  await stage.says(".act-bar", /Kaydedildi/);
  // What is dropped is what was not saved.
  await page.fill("#company-address-city", "Bursa");
  await stage.click('.act-bar .button:has-text("Değişiklikleri bırak")');
  assert.equal(await page.inputValue("#company-address-city"), "İzmir");
  assert.deepEqual(await stage.faultsAt("firma"), []);
  await stage.click(".over a");
  // The id of a company that is there would replace it.
  await stage.click("#add-company");
  await page.fill("#company-id", company);
  await page.fill("#company-taxId", "4540536920");
  await stage.click("#save-company");
  await stage.says('.field:has(#company-id) .refusal', /Bu kimlikte bir firma var/);
  await stage.click("text=Çıkış");

  await stage.signIn(renewed, "Ayşe Yılmaz");
  await stage.says(".over", new RegExp(title));
  await stage.click("#add-key");
  await page.fill("#key", otherKey);
  await stage.click("#enter");
  await stage.see(".companies");
  await stage.picture("firmalar", pictures);
  assert.deepEqual((await page.locator(".companies strong").allInnerTexts()).sort(), [title, otherTitle].sort());
  await stage.click(`.companies a:has-text("${otherTitle}")`);
  await stage.says(".over", new RegExp(otherTitle));
  await stage.see(".year li");
  await stage.click(".over a");
  await stage.click(`.companies a:has-text("${title}")`);
  await stage.see(".year li");
  return { renewed };
}

async function give(stage, role, name, lastDay) {
  await stage.click("#new-key");
  await stage.page.check(`[name=role][value=${role}]`);
  await stage.page.fill("#key-name", name);
  if (lastDay !== "") await stage.page.fill("#key-last-day", lastDay);
  await stage.click("#make-key");
  return kept(stage);
}

async function kept(stage) {
  const secret = await stage.page.inputValue("#secret");
  await stage.click('dialog .button:has-text("Kopyala")');
  await stage.says("dialog", /Kopyalandı/);
  assert.equal(await stage.page.evaluate(() => navigator.clipboard.readText()), secret);
  await stage.click("#secret-kept");
  return secret;
}
