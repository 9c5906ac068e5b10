import assert from "node:assert/strict";

// The way in: a wrong key is refused in words, the right one opens the year, and a month shows what is wrong with it.
export default async function smoke(stage, { key }) {
  await stage.signIn("0123456789abcdef.yanlis");
  assert.match(await stage.text(".notice.error"), /[Aa]nahtar/);
  await stage.signIn(key);
  await stage.see(".year li");
  assert.equal(await stage.page.locator(".year li").count(), 12);
  assert.match(await stage.text('[data-period="2025-01"]'), /1 fiş[\s\S]*1 hata/);
  // However late the report comes, what is said of the month is said once.
  await stage.page.route(/\/report\?/, async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await stage.page.evaluate(() => {
    window.verdicts = [];
    const listen = () => {
      const said = document.querySelector(".verdict")?.textContent;
      if (said !== undefined && window.verdicts.at(-1) !== said) window.verdicts.push(said);
    };
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await stage.click('[data-period="2025-01"]');
  await stage.see('.verdict:has-text("Kalan 1 hata bakımla giderilemez")');
  assert.equal((await stage.page.evaluate(() => window.verdicts)).length, 1);
  assert.match(await stage.text(".totals .wrong"), /Fark\s*10,00/);
  await stage.says(".bars", /Fiş dengesiz[\s\S]*1/);
  const titles = await stage.page.locator(".coverage tbody td:nth-child(2)").allTextContents();
  assert.ok(titles.length > 50);
  assert.deepEqual(titles.filter((title) => !/^[^\s(]+ .*[^\s(]$/.test(title) || title.split("(").length !== title.split(")").length), []);
  await stage.click(".group summary");
  assert.match(await stage.text(".findings .message"), /Fiş dengesiz/);
  await stage.click(".findings .foot .button:last-child");
  assert.match(await stage.text("dialog mark"), /100,00/);
  await stage.page.keyboard.press("Escape");
  await stage.page.click("text=English");
  await stage.see('.verdict:has-text("The repair has nothing for the 1 errors that are left")');
  await stage.see(".group[open]");
  await stage.page.click("text=Sign out");
  await stage.see("#key");
  assert.equal(await stage.page.evaluate(() => sessionStorage.length), 0);
}
