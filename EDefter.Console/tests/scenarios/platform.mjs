import assert from "node:assert/strict";

// Who signs in with the company's directory needs no key: the platform's pages stand before the program, and its cookie alone opens nothing.
export default async function platform(stage, { act, person, titles }) {
  const { page } = stage;
  await page.goto(stage.address);
  if (act === "keys-only") {
    await stage.see("#key");
    assert.equal(await page.locator("#platform").count(), 0);
    return;
  }
  await stage.see("#key");
  await stage.says("#platform", /Kurum hesabıyla giriş/);
  assert.deepEqual(await stage.faultsAt("giris"), []);
  await stage.click("#platform");
  await stage.says(".who", new RegExp(person));
  assert.deepEqual((await page.locator(".companies strong").allInnerTexts()).sort(), [...titles].sort());
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /eyJ/); // No token is kept in the page.
  await stage.click(`.companies a:has-text("${titles[0]}")`);
  await stage.see(".year li");
  await page.reload();
  await stage.see(".year li");
  // A request that another site's page could make carries the cookie and is nobody's all the same.
  assert.equal(await page.evaluate(async () => (await fetch("/api/session", { credentials: "same-origin" })).status), 401);
  if (act === "end") {
    await page.context().clearCookies();
    await page.reload();
    await stage.says(".notice.warning", /Oturum kapandı/);
    await stage.see("#platform");
    return;
  }
  await stage.click("text=Çıkış");
  await stage.see("#platform");
  assert.equal((await page.context().cookies()).length, 0);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
}
