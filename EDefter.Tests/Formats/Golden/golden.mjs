// Types the golden files of the profiles from their published columns, without any code of the writers: its own numbering,
// its own encoding table, its own words. Run it by hand when a format changes:   node golden.mjs
// and look at what it wrote before committing; the tests compare the writers' bytes and cells with these files.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const month = JSON.parse(readFileSync(join(here, "month.json"), "utf8"));

// Windows-1254 the other way round: decode each of its bytes once.
const encode1254 = (() => {
  const table = new Map();
  const decoder = new TextDecoder("windows-1254");
  for (let b = 0; b < 256; b++) table.set(decoder.decode(Uint8Array.of(b)), b);
  return text => Buffer.from([...text].map(c => {
    if (!table.has(c)) throw new Error("not in Windows-1254: " + c);
    return table.get(c);
  }));
})();

// The journal: madde no and satır no from 1.
let satir = 0;
const rows = [];
month.vouchers.forEach((voucher, index) => {
  const total = voucher.lines.reduce((sum, line) => sum + Math.round((line.debit ?? 0) * 100), 0);
  voucher.lines.forEach((line, place) => {
    satir++;
    rows.push({ voucher, line, madde: index + 1, satir, place: place + 1, total, minor: Math.round((line.debit ?? line.credit) * 100), side: line.debit === undefined ? "C" : "D" });
  });
});

const two = minor => Math.floor(minor / 100) + "." + String(minor % 100).padStart(2, "0");

// İzibiz (FORMATS.md §1).
const izibizHeader = "detailref;entryref;linenumber;linenumbercounter;accmainid;accmainiddesc;accsubid;accsubdesc;amount;debitcreditcode;postingdate;documenttype;doctypedesc;documentnumber;documentreference;entrynumbercounter;documentdate;paymentmethod;detailcomment;erpno;divisionno;enteredby;entereddate;entrynumber;entrycomment";
const plain = text => (text ?? "").replaceAll("\r\n", " ").replaceAll("\n", " ").replaceAll("\t", " ").replaceAll(";", ",").replaceAll('"', "'").replaceAll("₺", "TL");
const izibizRow = r => [
  r.line.id ?? "",
  r.voucher.id,
  r.satir,
  r.madde,
  r.line.mainAccount,
  plain(r.line.mainAccountName),
  r.line.account,
  plain(r.line.accountName),
  two(r.minor),
  r.side,
  r.voucher.date,
  r.line.document?.type ?? "",
  plain(r.line.document?.typeDescription) || "NULL",
  r.line.document?.number ?? "",
  r.voucher.number,
  r.madde,
  r.line.document?.date ?? "",
  plain(r.line.paymentMethod) || "NULL",
  plain(r.line.description),
  "001",
  "0",
  plain(r.voucher.enteredBy),
  r.voucher.date,
  r.voucher.number,
  plain(r.voucher.comment),
].join(";");
const csv = some => encode1254([izibizHeader, ...some.map(izibizRow)].map(line => line + "\r").join(""));
writeFileSync(join(here, "izibiz.csv"), csv(rows));

// The same month with at most five lines a part: an entry is never split, so the parts hold 4, 3, 4 and 2 lines.
const parts = [[1, 2], [3], [4], [5]];
parts.forEach((entries, index) => writeFileSync(join(here, `izibiz.part${index + 1}.csv`), csv(rows.filter(r => entries.includes(r.madde)))));

// The default workbook, cell by cell: [sheet, row, column, kind, value]. Kinds: text, number, date (yyyy-MM-dd).
const kinds = { opening: "Açılış", tahsil: "Tahsil", tediye: "Tediye", mahsup: "Mahsup", closing: "Kapanış" };
const types = { check: "Çek", invoice: "Fatura", "order-customer": "Müşteri Sipariş Belgesi", "order-vendor": "Satıcı Sipariş Belgesi", voucher: "Senet", shipment: "Navlun", receipt: "Makbuz", other: "Diğer" };
const columns = [
  ["Madde No", "number", r => r.madde],
  ["Fiş No", "text", r => r.voucher.number],
  ["Kayıt Tarihi", "date", r => r.voucher.date],
  ["Fiş Türü", "text", r => kinds[r.voucher.kind]],
  ["Satır No", "number", r => r.satir],
  ["Fiş Satır No", "number", r => r.place],
  ["Ana Hesap Kodu", "text", r => r.line.mainAccount],
  ["Ana Hesap Adı", "text", r => r.line.mainAccountName],
  ["Alt Hesap Kodu", "text", r => r.line.account],
  ["Alt Hesap Adı", "text", r => r.line.accountName],
  ["Borç", "number", r => (r.side === "D" ? r.minor / 100 : null)],
  ["Alacak", "number", r => (r.side === "C" ? r.minor / 100 : null)],
  ["Tutar", "number", r => r.minor / 100],
  ["Borç/Alacak", "text", r => (r.side === "D" ? "B" : "A")],
  ["Muhasebe Tarihi", "date", r => r.voucher.date],
  ["Satır Açıklaması", "text", r => r.line.description],
  ["Belge Türü", "text", r => types[r.line.document?.type]],
  ["Belge Türü Açıklaması", "text", r => r.line.document?.typeDescription],
  ["Belge No", "text", r => r.line.document?.number],
  ["Belge Tarihi", "date", r => r.line.document?.date],
  ["Belge Referansı", "text", r => r.voucher.number],
  ["Ödeme Yöntemi", "text", r => r.line.paymentMethod],
  ["Fiş Açıklaması", "text", r => r.voucher.comment],
  ["Kaydeden", "text", r => r.voucher.enteredBy],
  ["Toplam Borç", "number", r => r.total / 100],
  ["Toplam Alacak", "number", r => r.total / 100],
  ["Döviz Cinsi", "text", r => r.line.original?.currency],
  ["Döviz Tutarı", "number", r => r.line.original?.amount],
  ["Kur", "number", r => r.line.original?.rate],
  ["Kur Tarihi", "date", r => r.line.original?.rateDate],
  ["Fiş Kaynak No", "text", r => r.voucher.id],
  ["Satır Kaynak No", "text", r => r.line.id],
];
const cells = [];
const put = (sheet, row, column, kind, value) => {
  if (value !== null && value !== undefined && value !== "") cells.push([sheet, row, column, kind, value]);
};
columns.forEach(([header], c) => put("Yevmiye", 1, c + 1, "text", header));
rows.forEach((r, i) => columns.forEach(([, kind, value], c) => put("Yevmiye", i + 2, c + 1, kind, value(r))));
const file = [
  ["VKN/TCKN", "text", month.taxId],
  ["Şube", "text", month.branch],
  ["Dönem Başı", "date", "2025-01-01"],
  ["Dönem Sonu", "date", "2025-01-31"],
  ["Hesap Dönemi Başı", "date", month.fiscalYear.start],
  ["Hesap Dönemi Sonu", "date", month.fiscalYear.end],
  ["Parça No", "number", 1],
  ["Kaynak Program", "text", month.creator],
];
file.forEach(([header], c) => put("Dosya", 1, c + 1, "text", header));
file.forEach(([, kind, value], c) => put("Dosya", 2, c + 1, kind, value));
writeFileSync(join(here, "edefter.cells.json"), "[\n" + cells.map(cell => JSON.stringify(cell)).join(",\n") + "\n]\n");
