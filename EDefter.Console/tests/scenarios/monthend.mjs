import assert from "node:assert/strict";

// The standing approval as it is given, and what was done on its word, step by step, with who was told.
export default async function monthend(stage, { key, act, now }) {
  const { page } = stage;
  // The approval carries the day on which it is given, by the reader's clock; the books of this test lie in another year.
  await page.clock.setFixedTime(new Date(now));
  await stage.signIn(key);
  if (act === "approve") return approve(stage);
  await stage.click('[data-period="2025-01"]');
  await stage.says(".month-end", /Tamamlandı/);
  await stage.click("#story");
  await stage.says("main", /Nurgül Özışık adlı kişinin 05\.02\.2025 günü verdiği sürekli onaya dayanır/);
  assert.deepEqual(await page.locator(".story li").evaluateAll((items) => items.map((item) => item.dataset.step)), ["check", "plan", "repair", "recheck", "number", "archive"]);
  await stage.says('[data-telling="delivered"]', /erp[\s\S]*Ulaştı[\s\S]*Kabul edildi 200/);
  const document = await stage.saved("#story-json");
  assert.equal(document.name, "kapanis-2025-01.json");
  assert.equal(JSON.parse(document.bytes).outcome, "done");
  const faults = await stage.faultsAt("kapanis");
  await page.setViewportSize({ width: 360, height: 800 });
  assert.deepEqual([...faults, ...(await stage.faultsAt("kapanis (360)"))], []);
}

async function approve(stage) {
  const { page } = stage;
  await stage.click("details.card summary");
  await page.check('[name=tell][value="erp"]');
  await page.fill(".auto-close input[type=number]", "5");
  assert.equal(await page.isDisabled(".auto-close button[type=submit]"), true);
  await page.check("#consent");
  await stage.click(".auto-close button[type=submit]");
  await stage.see('details.card summary:has-text("Onaylayan: Nurgül Özışık, 05.02.2025")');
}
