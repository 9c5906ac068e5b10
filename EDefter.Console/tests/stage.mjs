import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const patience = 120_000;

/** A browser with one page, its clicks counted and everything overheard that a reader would not like: violations of the policy, errors, failed scripts. */
export class Stage {
  clicks = 0;
  violations = [];
  troubles = [];
  failures = [];

  static async open({ executable, address, dark = false, width = 1280, height = 900, bypassPolicy = false }) {
    const stage = new Stage();
    stage.address = address;
    // A container has no sandbox to give; the pages are our own.
    stage.browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
    stage.context = await stage.browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light", locale: "tr-TR", timezoneId: "Europe/Istanbul", acceptDownloads: true, bypassCSP: bypassPolicy });
    const page = (stage.page = await stage.context.newPage());
    page.setDefaultTimeout(patience);
    await page.exposeBinding("tellViolation", (_, told) => stage.violations.push(told));
    await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => window.tellViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)));
    page.on("console", (message) => message.type() === "error" && stage.troubles.push(`${message.text()} ${message.location().url}`));
    // What the server failed at is told with its own words, which the browser's error does not have.
    page.on("response", (response) => response.status() >= 500 && stage.failures.push(stage.tell(response)));
    page.on("pageerror", (error) => stage.troubles.push(error.message));
    return stage;
  }

  async signIn(key, name = "Nurgül Özışık") {
    await this.page.goto(this.address);
    await this.page.fill("#key", key);
    await this.page.fill("#name", name);
    await this.click("#enter");
  }

  async click(selector) {
    this.clicks++;
    await this.page.click(selector);
  }

  /** Choosing a file costs a person one click on the field; the file dialog is the machine's. */
  async chooseFile(selector, file) {
    this.clicks++;
    await this.page.setInputFiles(selector, file);
  }

  see(selector) {
    return this.page.waitForSelector(selector);
  }

  async text(selector) {
    return (await (await this.see(selector)).innerText()).trim();
  }

  /** Waits until a place says what it should; what it said last stands in the failure. */
  async says(selector, wanted) {
    const until = Date.now() + patience / 3;
    for (;;) {
      const text = await this.text(selector);
      if (wanted.test(text)) return text;
      assert.ok(Date.now() < until, `${selector} does not say ${wanted}: ${text}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async tell(response) {
    const request = response.request();
    const words = await response.text().catch((failure) => failure.message);
    return `${response.status()} ${request.method()} ${request.url()}: ${words}`;
  }

  async picture(name, folder) {
    if (folder) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** What axe-core finds serious or critical on the screen as it stands. */
  async seriousFaults() {
    const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    await this.page.evaluate(source);
    return this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
    });
  }

  /** Everything about the screen as it stands that would keep somebody from reading it, named by where it is. */
  async faultsAt(place) {
    await this.page.waitForLoadState("networkidle");
    const faults = (await this.seriousFaults()).map((fault) => `${place}: ${fault}`);
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return over > 0 ? [...faults, `${place}: reaches ${over} pixels over the edge`] : faults;
  }

  /** A file that the page lets one save: its name and its bytes. */
  async saved(selector) {
    const waiting = this.page.waitForEvent("download");
    await this.click(selector);
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  close() {
    return this.browser.close();
  }
}
