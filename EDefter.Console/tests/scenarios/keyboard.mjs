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
  await page.waitForFunction(() => document.activeElement?.id === "content"); // The link that had the focus is gone.
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
  await page.evaluate(() => document.getElementById("content").focus());
  await reach("#tab-prova");
  await page.keyboard.press("Enter");
  await stage.see("#rehearse");
  await reach("#rehearse");
  await page.keyboard.press("Enter");
  await stage.see("[data-clean]");
  await reach(".card.draft summary");
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.getElementById("content").focus());
  await reach(".over a");
  await page.keyboard.press("Enter");
  await stage.see("#to-hooks");
  await reach("#to-hooks");
  await page.keyboard.press("Enter");
  await stage.see("#add-hook");
  await reach("#add-hook");
  await page.keyboard.press("Enter");
  await reach("#hook-id");
  await page.keyboard.type("erp");
  await reach("#hook-url");
  await page.keyboard.type("https://erp.example/edefter");
  await reach("[name=event]");
  await page.keyboard.press("Space");
  await reach("#save-hook");
  await page.keyboard.press("Enter");
  await stage.see("#secret");
  // The secret is told once: nothing that closes a dialog by mistake closes this one.
  for (let times = 0; times < 3; times++) await page.keyboard.press("Escape");
  await page.waitForTimeout(100);
  assert.match(await page.inputValue("#secret", { timeout: 1000 }), /^[0-9a-f]{64}$/);
  await reach("#secret-kept");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog", { state: "detached" });
  await reach(".deliveries summary");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /Bu adrese henüz/.test(document.querySelector("main").textContent));
}
