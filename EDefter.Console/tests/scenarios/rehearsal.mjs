import assert from "node:assert/strict";

// The month as the authority will see it: before it has numbers with the way back to the vouchers, and after them kept as a draft that says what it is not.
export default async function rehearsal(stage, { key }) {
  const { page } = stage;
  await stage.signIn(key);
  await stage.click('[data-period="2025-02"]');
  await stage.click("#tab-numara");
  await stage.click("#to-rehearsal");
  await stage.says("main", /henüz yapılmadı/);
  await stage.click("#rehearse");
  await stage.says('[data-clean="false"]', /1 fiş[\s\S]*şimdi alacağı numaralarla/);
  await stage.says("main", /İmza isteyen kurallar sorulmadı:\s*Y06, K06, B10/);
  await stage.says("main", /Şema[\s\S]*Bakılmadı/);
  await stage.click('.group:has-text("Y109") summary');
  const row = '.group:has-text("Y109") .findings li >> nth=0';
  await stage.says(row, /Madde no \d+/);
  assert.notEqual((await stage.text(`${row} >> .remedy`)).length, 0);
  assert.equal(await page.getAttribute(`${row} >> a`, "href"), "https://erp.example/fis/s2");
  await stage.click(`${row} >> button`);
  await stage.see("dialog .voucher");
  await page.keyboard.press("Escape");
  await stage.click("#left-out button");
  await stage.says("dialog .voucher", /dengesiz/);
  await page.keyboard.press("Escape");
  const report = await stage.saved('.rehearsal .button:has-text("Excel")');
  assert.equal(report.name, "prova-2025-02.xlsx");
  assert.equal(report.bytes.subarray(0, 2).toString(), "PK");
  await stage.click(".card.draft summary");
  await stage.says(".card.draft", /yüklenemez[\s\S]*numaralı bir aydan saklanır/);

  await stage.click(".over a");
  await stage.click('[data-period="2025-01"]');
  await stage.click("#tab-prova");
  await stage.click("#rehearse");
  await stage.says('[data-clean="true"]', /Bulgu yok[\s\S]*Verilmiş numaralarla/);
  await stage.click(".card.draft summary");
  await page.fill('[data-parameter="creationDate"]', "2025-01-05");
  await stage.click("#keep-draft");
  await stage.says(".notice.error", /Oluşturulma tarihi olamaz/);
  await page.fill('[data-parameter="creationDate"]', "2025-03-05");
  await stage.click("#keep-draft");
  await stage.says('.card.draft:has(#download)', /İmzasız taslak saklandı[\s\S]*TASLAK-IMZASIZ\.zip[\s\S]*İmzasızdır/);
  assert.equal(await page.locator(".badge.state-numbered").count(), 1);
  const draft = await stage.saved("#download");
  assert.match(draft.name, /TASLAK-IMZASIZ\.zip$/);
  await stage.click("#tab-arsiv");
  await stage.see('.plain:has-text("TASLAK-IMZASIZ")');

  // A format's own settings go with the wish: the number that the integrator gave stands in the file's name or in its rows.
  await page.click("#other-profiles summary");
  await page.check("[value=izibiz]");
  await page.fill('[data-parameter="erpNumber"]', "00107");
  await stage.click("#make-archive");
  await stage.see(".card.ready");
}
