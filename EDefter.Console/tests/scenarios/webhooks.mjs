import assert from "node:assert/strict";

// A webhook from its making to a message that never came through and is sent again; the steps are taken turn by turn with the receiver's side.
export default async function webhooks(stage, { key, name, act, url }) {
  const { page } = stage;
  await stage.signIn(key, name);
  if (act === "add") return add(stage, url);
  await stage.click("#to-hooks");
  const card = '[data-hook="erp"]';
  await stage.says(`${card} summary`, /1 bildirim ulaşmadı/);
  await stage.click(`${card} summary`);
  await stage.says(`${card} tbody tr >> nth=0`, /Ulaşmadı[\s\S]*Alıcı geri çevirdi 500/);
  await stage.click(`${card} .button:has-text("Yeniden gönder")`);
  await stage.see(`${card} [data-delivery="delivered"]`);
  await page.waitForSelector(`${card} .tag.severity-error`, { state: "detached" });
  assert.equal(await page.locator(`${card} [data-delivery="dead"]`).count(), 0);
  assert.deepEqual(await stage.faultsAt("bildirimler"), []);
}

async function add(stage, url) {
  const { page } = stage;
  // An admin's key opens this page and no book.
  await stage.click('.managed .button:has-text("Bildirim adresleri")');
  await stage.click("#add-hook");
  await page.fill("#hook-id", "erp");
  await page.fill("#hook-url", "http://192.168.1.5/");
  await stage.click("#save-hook");
  await stage.says(".notice.error", /192\.168\.1\.5/);
  await page.fill("#hook-url", url);
  await page.check('[name=event][value="month-filed"]');
  await stage.click("#save-hook");
  const secret = await page.inputValue("#secret");
  assert.match(secret, /^[0-9a-f]{64}$/);
  await stage.click("#secret-kept");
  assert.doesNotMatch(await page.content(), new RegExp(secret));
  const card = '[data-hook="erp"]';
  await stage.click(`${card} .button:has-text("Duraklat")`);
  await stage.see(`${card} .chip:has-text("Duraklatıldı")`);
  await stage.click(`${card} .button:has-text("Sürdür")`);
  await stage.see(`${card} .chip:has-text("Çalışıyor")`);
  await stage.click(`${card} .button:has-text("Sırrı yenile")`);
  await stage.click("dialog .button.main");
  const renewed = await page.inputValue("#secret");
  assert.notEqual(renewed, secret);
  await stage.click("#secret-kept");
  await stage.says(card, /Önceki sır/);
  // The short name of another one would change that one instead of making this one.
  await stage.click("#add-hook");
  await page.fill("#hook-id", "erp");
  assert.equal(await page.isDisabled("#save-hook"), true);
  return { secret: renewed };
}
