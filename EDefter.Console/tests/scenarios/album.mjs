// The pictures of the README: the sample month as its bookkeeper sees it, and its keys as the admin does.
const ways = {
  async year() {},
  async check(stage) {
    await stage.click('[data-period="2025-01"]');
    await stage.see(".verdict");
    await stage.click('.group:has-text("BEL001") summary');
  },
  async voucher(stage) {
    await ways.check(stage);
    await stage.click('.group:has-text("BEL001") .findings .button:has-text("Fişi aç") >> nth=0');
    await stage.see("dialog .voucher mark");
  },
  async plan(stage) {
    await stage.click('[data-period="2025-01"]');
    await stage.click("#tab-bakim");
    await stage.click("#make-plan");
    await stage.see(".groups");
    await stage.click('.group.plan:has-text("BEL003") .group-turn');
  },
  async rehearsal(stage) {
    await stage.click('[data-period="2025-01"]');
    await stage.click("#tab-prova");
    await stage.click("#rehearse");
    await stage.see("[data-clean]");
    await stage.click(".rehearsal .group summary >> nth=0");
  },
  async keys(stage) {
    await stage.click('.managed .button:has-text("Anahtarlar") >> nth=0');
    await stage.see(".key");
  },
};

export default async function album(stage, { key, name, picture, folder, now }) {
  await stage.page.clock.setFixedTime(new Date(now));
  await stage.signIn(key, name);
  await stage.see(".year li, .companies, .managed");
  await ways[picture](stage);
  await stage.page.waitForLoadState("networkidle");
  await stage.page.evaluate(() => document.fonts.ready);
  // The mouse lies on the last button, the focus too: a picture shows neither.
  await stage.page.mouse.move(0, 0);
  await stage.page.evaluate(() => document.activeElement?.blur());
  await stage.picture(`screen-${picture}`, folder);
}
