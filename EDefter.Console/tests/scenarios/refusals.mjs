import assert from "node:assert/strict";

const json = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });

// What goes wrong is said in Turkish with the way out, and nothing of it stops the reader.
export default async function refusals(stage, { key, vouchers }) {
  const { page } = stage;
  // No act is answered at once: every job is followed to its end, as those of a large month are.
  await page.route(/[?&]wait=2$/, (route) => route.continue({ url: route.request().url().replace("wait=2", "wait=0") }));
  await stage.signIn(key);

  // A standing approval is a person's word, given by name and day.
  await page.click("details.card summary");
  assert.equal(await page.isDisabled(".auto-close button[type=submit]"), true);
  await page.check(".auto-close .inline >> nth=1");
  await page.click(".auto-close button[type=submit]");
  await stage.see('details.card summary:has-text("Onaylayan: Nurgül Özışık")');

  await stage.click('[data-period="2025-01"]');
  await page.setInputFiles("#upload", { name: "fisler.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") });
  assert.match(await stage.text(".notice.error"), /bu dosya türü okunmaz/);

  const [good, bad] = vouchers;
  // Of several files none is left behind without a word.
  await page.setInputFiles("#upload", [{ name: "fisler.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") }, json("ocak.json", good)]);
  await stage.says(".notice.warning", /alındığı doğrulanamadı: fisler\.pdf, ocak\.json/);
  await page.setInputFiles("#upload", { name: "fisler.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from([JSON.stringify(good), "bozuk satır", JSON.stringify({ ...good, id: "" }), JSON.stringify(bad)].join("\n")) });
  assert.match(await stage.text(".outcome"), /Saklanan\s*2[\s\S]*Reddedilen\s*2/);
  assert.equal(await page.locator(".rejected tbody tr").count(), 2);

  await page.click("#tab-numara");
  await stage.says(".notice.warning", /hatasız/);
  await page.click("#preview");
  assert.match(await stage.text(".notice.error"), /hata giderilmeden yevmiye numarası verilmez/);

  await page.click("#tab-bakim");
  await page.click("#make-plan");
  await page.click("#apply");
  await stage.see("#after-plan");
  await page.click(".plain .button"); // Undo
  await page.click("dialog .button.main");
  await page.waitForFunction(() => /Geri alındı/.test(document.querySelector(".acts-list")?.textContent ?? ""));
  await page.click("#make-plan");
  await page.click("#apply");
  await page.click("#after-plan");

  // A warning is let stand with a note, and the note is kept with the name.
  await page.click(".group.severity-warning summary");
  await page.click(".group.severity-warning .findings .button >> nth=0");
  await page.fill("dialog textarea", "Bilerek böyle bırakıldı.");
  await page.click("dialog button[type=submit]");
  await page.waitForFunction(() => /Bilerek böyle bırakıldı/.test(document.querySelector("main").textContent));

  await page.click("#to-numbers");
  await page.click("#give-numbers");
  await page.click("dialog .button.main");
  await page.click("#to-archive");
  await page.click("#other-profiles summary");
  await page.check("[value=sovos]");
  assert.equal(await page.isDisabled("#make-archive"), true);
  await page.check(".notice.warning input");
  await page.click("#make-archive");
  await stage.see("#download");

  // A sealed month takes no other voucher, and says how it is done instead.
  await page.click("#tab-fisler");
  await page.setInputFiles("#upload", json("fis.json", { ...good, comment: "Sonradan değişti" }));
  assert.match(await stage.text(".rejected"), /[Nn]umara|kapalı/);
  await page.click("#tab-arsiv");
  const dropped = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    files.items.add(new File(["1;2;3\n"], "baska.csv", { type: "text/csv" }));
    return files;
  });
  await page.dispatchEvent(".drop:has(#verify)", "drop", { dataTransfer: dropped });
  await stage.see('[data-verdict="unknown"]');

  // A month without vouchers takes no number, and is not said to.
  await page.click(".over a");
  await page.click('[data-period="2025-02"]');
  await page.click("#tab-numara");
  await stage.says("main .card", /Ayda fiş yok[\s\S]*İlk madde no\s*—[\s\S]*Son satır no\s*—/);
  await page.click("#give-numbers");
  await stage.says("dialog", /hiçbir numara verilmez/);
  await page.click("dialog .button.main");
  await stage.says("main .card", /Verilen numaralar[\s\S]*—/);

  // What somebody else did in the meantime is seen when the window is looked at again.
  await page.evaluate(async ({ key, path }) => {
    const answer = await fetch(path, { method: "POST", headers: { "X-Api-Key": key, "Content-Type": "application/json" }, body: JSON.stringify({ by: "Ayşe Yılmaz" }) });
    if (!answer.ok) throw new Error(await answer.text());
    dispatchEvent(new Event("focus"));
  }, { key, path: `${await page.evaluate(() => `/api/companies/${location.hash.split("/")[1]}/0000`)}/periods/2025-02/numbers/undo?wait=25` });
  await stage.see("#give-numbers");
}
