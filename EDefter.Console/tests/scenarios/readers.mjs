import assert from "node:assert/strict";

// Everybody can read it: axe-core on every screen, in the light and in the dark, and on a telephone nothing reaches over the edge.
export default async function readers(stage, { key, width, pictures, name }) {
  const { page } = stage;
  const faults = [];
  const look = async (place) => {
    faults.push(...(await stage.faultsAt(`${place} (${width})`)));
    await stage.picture(`${name}-${place}`, pictures);
  };
  await page.goto(stage.address);
  await stage.see("#key");
  await look("giris");
  await stage.signIn(key);
  await stage.see(".year li");
  await look("yil");
  await page.click("details.card summary");
  await look("otomatik");
  await page.click('[data-period="2025-01"]');
  await stage.see(".group summary");
  await page.click(".group summary");
  await page.click("details.coverage summary");
  await look("kontrol");
  await page.click(".findings .foot .button:last-child");
  await stage.see(".voucher");
  await look("fis");
  await page.keyboard.press("Escape");
  await page.click("#tab-fisler");
  await stage.see(".chart");
  await page.click("#accounts-card summary");
  await look("fisler");
  await page.click("#tab-bakim");
  await page.click("#make-plan");
  await stage.see(".groups");
  await page.click(".group-turn");
  await look("bakim");
  await page.click("#tab-numara");
  await look("numara");
  await page.click("#tab-prova");
  await page.click("#rehearse");
  await stage.see("[data-clean]");
  await page.click(".rehearsal .group summary");
  await page.click(".card.draft summary");
  await look("prova");
  await page.click("#tab-arsiv");
  await stage.see("#verify");
  await look("arsiv");
  await page.click(".over a");
  await page.click("#to-hooks");
  await page.click("#add-hook");
  await look("bildirim-ekle");
  if ((await page.locator("[data-hook]").count()) === 0) {
    await page.fill("#hook-id", "erp");
    await page.fill("#hook-url", "https://erp.example/edefter");
    await page.click("#save-hook");
    await stage.see("#secret");
    await look("bildirim-sir");
    await page.click("#secret-kept");
  } else await page.click(".hook-form .button.plain");
  await stage.see("[data-hook]");
  await page.click(".deliveries summary");
  await look("bildirimler");
  assert.deepEqual(faults, []);
}
