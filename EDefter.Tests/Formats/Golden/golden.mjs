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

// İzibiz.
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
  ["Kur Kaynağı", "text", r => r.line.original?.rateSource],
  ["Kur Açıklaması", "text", r => r.line.original?.rateComment],
  ["Fiş Kaynak No", "text", r => r.voucher.id],
  ["Satır Kaynak No", "text", r => r.line.id],
];
const file = [
  ["VKN/TCKN", "text", () => month.taxId],
  ["Şube", "text", () => month.branch],
  ["Dönem Başı", "date", () => "2025-01-01"],
  ["Dönem Sonu", "date", () => "2025-01-31"],
  ["Hesap Dönemi Başı", "date", () => month.fiscalYear.start],
  ["Hesap Dönemi Sonu", "date", () => month.fiscalYear.end],
  ["Parça No", "number", part => part],
  ["Kaynak Program", "text", () => month.creator],
];
const sheetsOf = sheets => {
  const found = [];
  for (const [sheet, table, some] of sheets) {
    table.forEach(([header], c) => found.push([sheet, 1, c + 1, "text", header]));
    some.forEach((r, i) => table.forEach(([, kind, value], c) => {
      const v = value(r);
      if (v !== null && v !== undefined && v !== "") found.push([sheet, i + 2, c + 1, kind, v]);
    }));
  }
  return "[\n" + found.map(cell => JSON.stringify(cell)).join(",\n") + "\n]\n";
};

// ---- The other integrators, each typed from its own list of fields. ----

const sum = voucher => voucher.lines.reduce((total, line) => total + Math.round((line.debit ?? 0) * 100), 0);
const entries = month.vouchers.map((voucher, index) => ({ voucher, madde: index + 1, total: sum(voucher), rows: rows.filter(r => r.voucher === voucher) }));
const clean = (text, table) => {
  let result = (text ?? "").replaceAll("\r\n", "\n");
  for (const [from, to] of table) result = result.replaceAll(from, to);
  return result;
};
const blanks = [["\r", " "], ["\n", " "], ["\t", " "]];
const utf8 = (lines, mark) => Buffer.concat([mark ? Buffer.from([0xef, 0xbb, 0xbf]) : Buffer.alloc(0), Buffer.from(lines.map(line => line + "\n").join(""), "utf8")]);
// The whole month, and the month in two parts: an entry is never split, and seven lines fill the first part exactly.
const inParts = (name, extension, make) => {
  writeFileSync(join(here, `${name}.${extension}`), make(entries, 1));
  writeFileSync(join(here, `${name}.two1.${extension}`), make(entries.slice(0, 3), 1));
  writeFileSync(join(here, `${name}.two2.${extension}`), make(entries.slice(3), 2));
};
const document = r => r.line.document ?? {};
const compact = day => (day ?? "").replaceAll("-", "");

// §2 QNB: a quote inside text is dropped; the first line stands in part 1 only.
const qnbText = text => clean(text, [...blanks, [";", ","], ['"', ""]]);
inParts("qnb", "csv", (some, part) => utf8([
  ...(part === 1 ? [[qnbText(month.creator), "", "20250101", "20250131", "", "", "20250101", "20251231", month.taxId].join(";")] : []),
  ...some.flatMap(e => e.rows.map(r => [
    e.madde, qnbText(e.voucher.enteredBy), compact(e.voucher.date), e.voucher.number, qnbText(e.voucher.comment),
    r.side === "D" ? two(e.total) : "0", r.side === "C" ? two(e.total) : "0",
    r.line.mainAccount, qnbText(r.line.mainAccountName), qnbText(r.line.accountName), r.line.account,
    two(r.minor), r.side, compact(e.voucher.date), e.voucher.number, qnbText(r.line.description),
    document(r).type ?? "", qnbText(document(r).typeDescription), document(r).number ?? "", compact(document(r).date), qnbText(r.line.paymentMethod),
  ].join(";"))),
], true));

// §5 eLogo: voucher totals on every line, debit lines first, numbers as in the journal.
const elogoText = text => clean(text, [...blanks, [";", ","], ['"', "'"]]);
const elogoTypes = { check: 0, invoice: 1, "order-customer": 2, "order-vendor": 3, voucher: 4, shipment: 5, receipt: 6, other: 7 };
inParts("elogo", "csv", some => utf8([
  "FirmID;FirmCode;SlipType;SlipNr;SlipComment;SlipDate;SlipJournalNr;SlipDebit;SlipCredit;SlipEnteredBy;TransSign;TransRootAccCode;TransRootAccDesc;TransAccCode;TransAccDesc;TransAmount;TransGlobalLineNumber;TransComment;DetailDocType;DetailDescription;DetailDocNr;DetailDocDate;DetailPaymentType;DetailUnDocumented",
  ...some.flatMap(e => [...e.rows.filter(r => r.side === "D"), ...e.rows.filter(r => r.side === "C")].map(r => [
    month.taxId, "", { opening: 1, closing: 10 }[e.voucher.kind] ?? 4, e.voucher.number, elogoText(e.voucher.comment), e.voucher.date, e.madde, two(e.total), two(e.total), elogoText(e.voucher.enteredBy),
    r.side, r.line.mainAccount, elogoText(r.line.mainAccountName), r.line.account, elogoText(r.line.accountName), two(r.minor), r.satir, elogoText(r.line.description),
    elogoTypes[document(r).type] ?? 7, elogoText(document(r).typeDescription), document(r).number ?? "", document(r).date ?? "", elogoText(r.line.paymentMethod), r.line.document ? 0 : 1,
  ].join(";"))),
], true));

// §6 Sovos: fields joined by TAB, every field but the first preceded by "|".
const sovosText = text => clean(text, [...blanks, ["|", "/"]]);
const piped = fields => fields.join("\t|");
inParts("sovos", "txt", (some, part) => utf8([
  piped(["L", month.taxId, part, "2025-01-01", "2025-01-31", some.length, "TRY"]),
  ...some.flatMap(e => [
    piped(["H", sovosText(e.voucher.enteredBy), e.voucher.date, e.voucher.number, e.madde, sovosText(e.voucher.comment), e.rows.length]),
    ...e.rows.map(r => piped(["D", r.line.mainAccount, sovosText(r.line.mainAccountName), r.line.account, sovosText(r.line.accountName), two(r.minor), r.side,
      document(r).type ?? "", sovosText(document(r).typeDescription), document(r).number ?? "", document(r).date ?? "", e.voucher.number, sovosText(r.line.paymentMethod), sovosText(r.line.description)])),
  ]),
], false));

// §7 SPR: 31 columns.
inParts("spr", "csv", some => utf8(some.flatMap(e => e.rows.map(r => [
  month.taxId, "2025", "01", elogoText(e.voucher.enteredBy), e.voucher.date, e.voucher.number, elogoText(e.voucher.comment), two(e.total), two(e.total), e.madde, r.satir,
  r.line.mainAccount, elogoText(r.line.mainAccountName), r.line.account, elogoText(r.line.accountName), two(r.minor), r.side,
  document(r).type ?? "", elogoText(document(r).typeDescription), document(r).number ?? "", document(r).date ?? "", elogoText(r.line.paymentMethod), elogoText(r.line.description),
  "TRY", r.line.original?.rateDate ?? "", r.line.original?.amount ?? "", r.line.original?.currency ?? "", r.line.original ? "50.0000" : "", elogoText(r.line.original?.rateSource), elogoText(r.line.original?.rateComment), month.branch,
].join(";"))), true));

// §8 Edoksis: a record type and twelve fields; every filled field in double quotes.
const edoksisText = text => clean(text, [...blanks, ['"', "'"]]);
const tabbed = (type, fields) => [type, ...[...fields, ...Array(12 - fields.length).fill("")].map(field => (String(field) === "" ? "" : `"${field}"`))].join("\t");
inParts("edoksis", "txt", some => utf8([
  tabbed("HDR:", ["JOURNAL", month.fiscalYear.start, month.fiscalYear.end, "2025-01-01", "2025-01-31", month.taxId, "2025 Ocak"]),
  ...some.flatMap(e => [
    tabbed("Y:", [e.madde, two(e.total), two(e.total), e.voucher.date, e.voucher.number, edoksisText(e.voucher.comment)]),
    ...e.rows.map(r => tabbed("YD:", [r.line.mainAccount, edoksisText(r.line.mainAccountName), r.satir, r.line.account, edoksisText(r.line.accountName), two(r.minor), r.side, "",
      document(r).type ?? "", edoksisText(document(r).typeDescription), document(r).number ?? "", document(r).date ?? ""])),
  ]),
], false));

// §9 Digital Planet: values between tags; line feeds after the head, each entry and the tail.
const xml = text => (text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#xD;");
const tag = (name, ...inside) => `<${name}>${inside.join("")}</${name}>`;
const company = month.company;
inParts("digitalplanet", "xml", some => Buffer.from([
  '<?xml version="1.0" encoding="UTF-8"?>',
  "<Edefter><MuhasebeKayitlari>" +
    tag("DokumanBilgisi", tag("DonemBaslangicTarihi", "2025-01-01"), tag("DonemBitisTarihi", "2025-01-31")) +
    tag("FirmaBilgisi", tag("Aktif", "true"), tag("VKN", month.taxId),
      tag("FirmaTelNo", tag("TelefonNoTanimi", "main"), tag("TelefonNo", xml(company.phone))),
      tag("FirmaFaksNoYapisi", tag("FaksNo", xml(company.fax))),
      tag("FirmaEmailAdresYapisi", tag("EmailAdres", xml(company.email))),
      tag("FirmaUnvanBilgisi", tag("Unvan", xml(company.title)), tag("UnvanTanimi", "Kurum Unvanı")),
      tag("FirmaAdresBilgisi", tag("BinaKapiNo", xml(company.address.buildingNumber)), tag("CaddeAdi", xml(company.address.street)), tag("DigerAdresDetay"), tag("Sehir", xml(company.address.city)), tag("PostaKodu", xml(company.address.postalCode)), tag("Ulke", xml(company.address.country))),
      tag("FirmaWebSitesi", tag("WebSiteAdresi", xml(company.website))),
      tag("FirmaNaceKodu", company.naceCode), tag("HesapDonemiBaslangici", month.fiscalYear.start), tag("HesapDonemiSonu", month.fiscalYear.end),
      tag("MuhasebeciBilgisi", tag("Aktif", "true"), tag("MuhasebeciAdi", xml(company.accountant.name)), tag("MuhasebeciSozlesmeTipiAciklamasi", xml(company.accountant.engagement)),
        tag("MuhasebeciIrtibatBilgisi", tag("MuhasebeciTelefonBilgisi", tag("MuhasebeciTelefonTanimi", "bookkeeper"), tag("MuhasebeciTelefonNo", company.accountant.phone)), tag("MuhasebeciFaksBilgisi", tag("MuhasebeciFaksNo")), tag("MuhasebeciEmailBilgisi", tag("MuhasebeciEmailAdres", company.accountant.email))))),
  ...some.map(e => tag("MuhasebeKaydi", tag("Girisci", xml(e.voucher.enteredBy)), tag("GirisTarihi", e.voucher.date), tag("MuhasebeFisNo", e.voucher.number), tag("KayitAciklamasi", xml(e.voucher.comment)), tag("YevmiyeMaddeNo", e.madde),
    ...e.rows.map(r => tag("KayitDetayi", tag("SatirYevmiyeMaddeNo", e.madde),
      tag("hesap", tag("AnaHesapNo", r.line.mainAccount), tag("AnaHesapAdi", xml(r.line.mainAccountName)), tag("AltHesap", tag("AltHesapAdi", xml(r.line.accountName)), tag("AltHesapNo", xml(r.line.account)))),
      tag("Tutar", two(r.minor)), tag("BorcAlacakKodu", r.side), tag("YevmiyeTarihi", e.voucher.date), tag("BelgeReferansi", e.voucher.number), tag("BelgeTipi", document(r).type ?? ""),
      ...(r.line.document ? [tag("BelgeNo", xml(document(r).number)), tag("BelgeTarihi", document(r).date)] : []),
      ...(document(r).typeDescription ? [tag("BelgeTipiTanimi", xml(document(r).typeDescription))] : []),
      ...(r.line.paymentMethod ? [tag("OdemeTipi", xml(r.line.paymentMethod))] : []),
      tag("SatirAciklamasi", xml(r.line.description)))))),
  "</MuhasebeKayitlari></Edefter>",
].map(line => line + "\n").join(""), "utf8"));

// Workbooks, cell by cell.
inParts("edefter", "cells.json", (some, part) => sheetsOf([["Yevmiye", columns, some.flatMap(e => e.rows)], ["Dosya", file, [part]]]));

// §3 Defterdar: voucher, check, invoice, receipt and other are the only types; the others are named in the description.
const others = { "order-customer": "Müşteri Sipariş Belgesi", "order-vendor": "Satıcı Sipariş Belgesi", shipment: "Navlun" };
const head = [
  ["Yevmiye_Madde_Numarası", "number", e => e.madde],
  ["Fiş_Numarası", "text", e => e.voucher.number],
  ["Yevmiye_Tarihi", "date", e => e.voucher.date],
  ["Fişi_Kaydeden", "text", e => e.voucher.enteredBy],
  ["Kayıt_Açıklaması", "text", e => e.voucher.comment],
  ["Toplam_Borç", "number", e => e.total / 100],
  ["Toplam_Alacak", "number", e => e.total / 100],
  ["Firma_No", "text", () => "1"],
  ["Şube_No", "text", () => month.branch],
  ["Kaynak_Referansı", "text", e => e.voucher.id],
];
const detail = [
  ["Satır_Madde_No", "number", r => r.satir],
  ["Fiş_Numarası", "text", r => r.voucher.number],
  ["Ana_Hesap_Kodu", "text", r => r.line.mainAccount],
  ["Ana_Hesap_Açıklaması", "text", r => r.line.mainAccountName],
  ["Alt_Hesap_Kodu", "text", r => r.line.account],
  ["Alt_Hesap_Açıklaması", "text", r => r.line.accountName],
  ["Borç", "number", r => (r.side === "D" ? r.minor / 100 : null)],
  ["Alacak", "number", r => (r.side === "C" ? r.minor / 100 : null)],
  ["Fiş_Satır_No", "number", r => r.place],
  ["Doküman_No", "text", r => document(r).number],
  ["Doküman_Tipi", "text", r => (document(r).type in others ? "other" : document(r).type)],
  ["Doküman_Tipi_Açıklaması", "text", r => document(r).typeDescription ?? others[document(r).type]],
  ["Doküman_Tarihi", "date", r => document(r).date],
  ["Ödeme_Yöntemi", "text", r => r.line.paymentMethod],
  ["Fiş_Detay_Açıklaması", "text", r => r.line.description],
  ["Firma_No", "text", () => "1"],
  ["Şube_No", "text", () => month.branch],
  ["Kaynak_Referansı", "text", r => r.line.id],
];
const workbook = some => sheetsOf([["Defterdar_Csv_Baslik_Import_Tem", head, some], ["Defterdar_Csv_Detay_Import_Temp", detail, some.flatMap(e => e.rows)]]);
inParts("defterdar", "cells.json", workbook);

// §4 Uyumsoft: one document a voucher, so only the vouchers whose lines agree on it; every cell text.
const shared = (r, value) => r.voucher.lines.map(value).find(v => v !== undefined && v !== null);
const uyumsoft = [
  ["StartDate", () => "2025-01-01"],
  ["EndDate", () => "2025-01-31"],
  ["EntryHeader.EnteredBy", r => r.voucher.enteredBy],
  ["EntryHeader.EnteredDate", r => r.voucher.date],
  ["EntryHeader.EntryNumber", r => r.voucher.number],
  ["EntryHeader.EntryComment", r => r.voucher.comment],
  ["EntryHeader.BatchID", () => ""],
  ["EntryHeader.BatchDescription", () => ""],
  ["EntryHeader.TotalDebit", r => two(r.total)],
  ["EntryHeader.TotalCredit", r => two(r.total)],
  ["EntryHeader.DocumentType", r => shared(r, line => line.document?.type)],
  ["EntryHeader.DocumentTypeDescription", r => shared(r, line => line.document?.typeDescription)],
  ["EntryHeader.DocumentNumber", r => shared(r, line => line.document?.number)],
  ["EntryHeader.DocumentDate", r => shared(r, line => line.document?.date)],
  ["EntryHeader.PaymentMethod", r => shared(r, line => line.paymentMethod)],
  ["EntryHeader.EntryDetail.Account.AccountMainID", r => r.line.mainAccount],
  ["EntryHeader.EntryDetail.Account.AccountMainDescription", r => r.line.mainAccountName],
  ["EntryHeader.EntryDetail.Account.AccountSubDescription", r => r.line.accountName],
  ["EntryHeader.EntryDetail.Account.AccountSubID", r => r.line.account],
  ["EntryHeader.EntryDetail.Amount", r => two(r.minor)],
  ["EntryHeader.EntryDetail.DebitCreditCode", r => r.side],
  ["EntryHeader.EntryDetail.PostingDate", r => r.voucher.date],
  ["EntryHeader.EntryDetail.DetailComment", r => r.line.description],
].map(([header, value]) => [header, "text", value]);
const agreeing = madde => sheetsOf([["Yevmiye", uyumsoft, rows.filter(r => madde.includes(r.madde))]]);
writeFileSync(join(here, "uyumsoft.cells.json"), agreeing([1, 2, 3]));
// At most six lines a part: the first two vouchers, then the third.
writeFileSync(join(here, "uyumsoft.two1.cells.json"), agreeing([1, 2]));
writeFileSync(join(here, "uyumsoft.two2.cells.json"), agreeing([3]));
