// The console's own sums and choices, without a browser: bundled from the sources, tried with chance numbers of a fixed seed.
import assert from "node:assert/strict";
import { build } from "esbuild";

const { outputFiles } = await build({
  stdin: { contents: 'export * from "./src/exact/amount"; export * from "./src/exact/json"; export * from "./src/screens/choosing"; export * from "./src/screens/draft"; export * from "./src/screens/speaking"; export { readRoute, hashOf } from "./src/ui/route"; export { titleOf } from "./src/ui/rules"; export { tr } from "./src/language/tr"; export { en } from "./src/language/en";', resolveDir: ".", loader: "ts" },
  bundle: true,
  format: "esm",
  write: false,
});
const { plus, minus, isZero, isGreater, share, formatAmount, formatCount, readJson, withAll, withChange, acceptanceOf, bodyOf, withAt, speakingOf, readReport, readRoute, hashOf, titleOf, tr, en } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

let state = 20250131;
const chance = (most) => (state = (state * 48271) % 2147483647) % most;
const digits = (count) => Array.from({ length: count }, () => chance(10)).join("");
const amount = () => `${chance(2) ? "-" : ""}${BigInt(digits(1 + chance(17)))}.${digits(1 + chance(4))}`;

for (let round = 0; round < 2000; round++) {
  const [a, b] = [amount(), amount()];
  assert.ok(isZero(minus(plus(a, b), plus(b, a))));
  assert.ok(isZero(minus(minus(plus(a, b), b), a)));
  assert.equal(isGreater(a, b), !isGreater(b, a) && !isZero(minus(a, b)));
  assert.equal(readJson(`{"a":${a}}`).a, a);
  assert.equal(formatAmount(a).replaceAll(".", "").replace(",", ".").replace("−", "-").replace(/0+$/, ""), a.replace(/0+$/, ""));
}
assert.equal(plus("0.1", "0.2"), "0.3");
assert.equal(plus("9007199254740993.01", 1), "9007199254740994.01");
assert.equal(formatAmount(minus("110793179.8531", "110529651.0931")), "263.528,76");
assert.equal(minus("0.0001", "-0.0009"), "0.001");
assert.equal(formatAmount("5.5000"), "5,5000");
assert.equal(formatAmount("110793179.8531"), "110.793.179,8531");
assert.equal(formatAmount(-5), "−5,00");
assert.equal(formatCount(1234567), "1.234.567");
assert.equal(share("1", "4"), 0.25);
assert.deepEqual(readJson('{"t":"kaçak \\"1.50\\" metin","n":861,"b":123456789012345678,"d":60471.23,"e":1e3}'), { t: 'kaçak "1.50" metin', n: 861, b: "123456789012345678", d: "60471.23", e: "1e3" });

// A plan with chains: whatever is turned on and off, nothing is accepted without what it requires.
for (let round = 0; round < 300; round++) {
  const changes = Array.from({ length: 12 }, (_, place) => ({ n: place + 1, rule: `R${chance(3)}`, class: chance(5) ? "B" : "C", candidates: ["x"], requires: chance(2) && place > 0 ? [1 + chance(place)] : [] }));
  for (const change of changes) change.requires = change.requires.filter((n) => changes[n - 1].class !== "C" && change.class !== "C");
  let chosen = withAll(changes);
  for (let turn = 0; turn < 6; turn++) {
    const n = 1 + chance(12);
    const isIn = chance(2) === 1;
    chosen = withChange(changes, chosen, n, isIn);
    if (changes[n - 1].class !== "C") assert.equal(chosen.has(n), isIn);
    for (const change of changes) if (chosen.has(change.n)) for (const needed of change.requires) assert.ok(chosen.has(needed), `${change.n} without ${needed}`);
  }
  const { rules, changes: single } = acceptanceOf(changes, chosen);
  const accepted = changes.filter((change) => change.class !== "C" && (rules.includes(change.rule) || single.includes(change.n))).map(({ n }) => n);
  assert.deepEqual(accepted, changes.filter(({ n }) => chosen.has(n)).map(({ n }) => n));
}

// Whoever saves a profile changes what he changed, whatever others did to it in the meantime.
const begunWith = { title: "ESKİ A.Ş.", phone: "212", address: { city: "İzmir", street: "1" }, autoClose: { day: 5, approvedBy: "Ayşe" }, severities: { KON007: "error" }, branches: [{ code: "0000" }] };
const { autoClose: _, ...stopped } = begunWith;
const latest = { ...stopped, phone: "216", severities: { KON007: "warning" } };
assert.deepEqual(bodyOf(latest, begunWith, withAt({ ...begunWith, title: " YENİ A.Ş. " }, "address.city", "Bursa")), { ...latest, title: "YENİ A.Ş.", address: { city: "Bursa", street: "1" } });
assert.deepEqual(bodyOf(latest, begunWith, { ...begunWith }), latest);
assert.deepEqual(bodyOf(latest, begunWith, { ...begunWith, title: "" }), { ...latest, title: null });
assert.deepEqual(bodyOf(null, { eDefter: true }, { eDefter: true, id: "a" }), { eDefter: true, id: "a" });

// A month of which only the beginning is loaded: every rule that speaks is there, and counted as the check counted it.
const finding = (rule, severity = "error") => ({ rule, severity, message: rule });
const asked = [];
const coverage = [["B", 9000], ["A", 3], ["C", 40], ["D", 0]].map(([rule, findings]) => ({ rule, findings }));
const reading = { get: async (path) => (asked.push(path), path.includes("rule=") ? { findings: [finding(path.at(-8), path.includes("rule=C") ? "warning" : "error")] } : { coverage, findings: Array.from({ length: 5000 }, () => finding("B")), next: "/more" }) };
const begunReport = await readReport(reading, "/report", 5000);
assert.deepEqual(asked, ["/report?size=5000", "/report?rule=A&size=1", "/report?rule=C&size=1"]);
assert.deepEqual(speakingOf(begunReport.findings, coverage, false), [{ rule: "B", severity: "error", count: 9000 }, { rule: "A", severity: "error", count: 3 }, { rule: "C", severity: "warning", count: 40 }]);
assert.deepEqual(speakingOf([finding("A", "info"), finding("A"), finding("B")], coverage, true), [{ rule: "A", severity: "error", count: 2 }, { rule: "B", severity: "error", count: 1 }]);

// A rule's name is a sentence whatever its values are and wherever they stand.
const named = (message) => titleOf({ message }, "X");
assert.equal(named('{fisNo}/{satirNo}: borç/alacak göstergesi hatalı (gelen: "{gosterge}").'), "Borç/alacak göstergesi hatalı.");
assert.equal(named("{fisNo}/{satirNo}: {doviz} kuru {kur}, TCMB kurundan %{sapma} farklı ({tarih}: alış {alis}; satış {satis})."), "… kuru …, TCMB kurundan %… farklı.");
assert.equal(named("{yer}: belge tarihi {belgeTarihi} {kusur}."), "Belge tarihi …");
assert.equal(named("{hesap} hesabı: {neden}."), "… hesabı: …");
assert.equal(named("Fiş dengesiz: {fisNo}, borç {borc}."), "Fiş dengesiz.");
assert.equal(named("{yer}: ilk harf büyür."), "İlk harf büyür.");

// Places are read as they are written, and half a letter in an address breaks nothing.
for (const route of [{}, { company: "a", branch: "0000" }, { company: "a", branch: "0000", period: "2025-01", tab: "kontrol" }, { company: "a", page: "bilgiler" }, { page: "yeni-firma" }]) assert.deepEqual(readRoute(hashOf(route)), route);
assert.deepEqual(readRoute("#/%/%E0%A4"), { company: "%", branch: "%E0%A4" });

// The two languages say the same things; the Turkish one holds to the house's apostrophe.
const members = (words, path = "") => Object.entries(words).flatMap(([name, value]) => (typeof value === "object" && path !== ".words" ? members(value, `${path}.${name}`) : [`${path}.${name}:${typeof value}`]));
assert.deepEqual(members(en), members(tr));
const texts = (words) => Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : typeof value === "function" ? [value("1", "2")] : texts(value)));
for (const text of texts(tr)) {
  assert.doesNotMatch(text, /['“”]/, text);
  // No file of the program's makers, and no English.
  assert.doesNotMatch(text, /\bdocs\/|\.(md|tsx?|cs)\b|manifest/i, text);
  if (text !== tr.language) assert.doesNotMatch(text, /\b(the|of|and|with|error|warning|voucher|archive|profile|key|token|session|rotate|english|user|company)\b/i, text);
}

console.log("ok");
