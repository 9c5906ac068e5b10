import assert from "node:assert/strict";

// Everybody can read it: axe-core on every screen, in the light and in the dark, and on a telephone nothing reaches over the edge.
export default async function readers(stage, { key, width, pictures, name }) {
  const { page } = stage;
  const faults = [];
  const look = async (place) => {
    await page.waitForLoadState("networkidle");
    faults.push(...(await stage.seriousFaults()).map((fault) => `${place}: ${fault}`));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) faults.push(`${place}: reaches ${over} pixels over the edge of ${width}`);
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
  await look("fisler");
  await page.click("#tab-bakim");
  await page.click("#make-plan");
  await stage.see(".groups");
  await page.click(".group-turn");
  await look("bakim");
  await page.click("#tab-numara");
  await look("numara");
  await page.click("#tab-arsiv");
  await stage.see("#verify");
  await look("arsiv");
  assert.deepEqual(faults, []);
}
