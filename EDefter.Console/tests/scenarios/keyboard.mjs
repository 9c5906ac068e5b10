import assert from "node:assert/strict";

const most = 80;

// Without a mouse: everything is reached with Tab in the order of the page, done with Enter and Space, and seen to have the focus.
export default async function keyboard(stage, { key }) {
  const { page } = stage;
  const reach = async (selector) => {
    for (let steps = 0; steps < most; steps++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
        const outline = await page.evaluate(() => {
          const focused = document.activeElement;
          const shown = focused.matches(".drop input") ? focused.closest(".drop") : focused;
          return getComputedStyle(shown).outlineStyle;
        });
        assert.notEqual(outline, "none", `${selector} does not show that it has the focus`);
        return;
      }
    }
    assert.fail(`${selector} is not reached with ${most} steps of the Tab key`);
  };
  await page.goto(stage.address);
  await stage.see("#key");
  await reach("#key");
  await page.keyboard.type(key);
  await reach("#name");
  await page.keyboard.type("Nurgül Özışık");
  await page.keyboard.press("Enter");
  await stage.see(".year li");
  await reach('[data-period="2025-01"]');
  await page.keyboard.press("Enter");
  await stage.see(".steps");
  await reach("#tab-fisler");
  await page.keyboard.press("Enter");
  await stage.see("#upload");
  await reach("#upload");
  await page.evaluate(() => document.getElementById("content").focus());
  await reach("#tab-kontrol");
  await page.keyboard.press("Enter");
  await stage.see("#check");
  await reach(".group summary");
  await page.keyboard.press("Enter");
  await reach(".findings .foot .button:last-child");
  await page.keyboard.press("Enter");
  await stage.see("dialog .voucher");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.matches(".findings .foot .button")), true, "The focus goes back to where the dialog was opened");
  await page.evaluate(() => document.getElementById("content").focus());
  await reach("#to-plan");
  await page.keyboard.press("Enter");
  await reach("#make-plan");
  await page.keyboard.press("Enter");
  await stage.see("#apply");
  await reach(".group-turn");
  await page.keyboard.press("Space");
  await reach("#apply");
  await page.keyboard.press("Enter");
  await stage.see("#after-plan");
}
