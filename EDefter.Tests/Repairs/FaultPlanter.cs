using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>One way or more to break a valid voucher for every rule that can be mended.</summary>
internal static class FaultPlanter
{
    private const string Ettn = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

    /// <summary>Faults that a plan mends by itself (classes A and B).</summary>
    public static IReadOnlyList<Fault> Mendable { get; } =
    [
        new("FIS004", "no lines", (v, _) => v with { Lines = [], Document = null }),
        new("FIS010", "nobody, but an audit user", (v, _) => v with { EnteredBy = null, EnteredByUser = "h.aydin" }),
        new("FIS010", "nobody at all", (v, _) => v with { EnteredBy = " ", EnteredByUser = null }),
        new("FIS011", "no kind", (v, _) => v.Kind == "opening" ? null : v with { Kind = null }),
        new("FIS011", "kind in words", (v, _) => v.Kind == "mahsup" ? v with { Kind = "Mahsup Fişi" } : null),
        new("SAT001", "zero line", (v, at) => v with { Lines = [.. v.Lines.Take(at % v.Lines.Count), Zero(v.Lines[0]), .. v.Lines.Skip(at % v.Lines.Count)] }),
        new("SAT001", "two zero lines", (v, at) => v with { Lines = [Zero(v.Lines[0]), .. v.Lines.Take(at % v.Lines.Count), Zero(v.Lines[^1]), .. v.Lines.Skip(at % v.Lines.Count)] }),
        new("SAT003", "both sides on a line", PlantBothSides),
        new("SAT004", "three decimals that round even", PlantDecimals),
        new("BEL001", "number lost on a line", (v, at) => v.Document is null && Documented(v) is { Type: "invoice" or "other" } ? LineDocument(v, at, d => d with { Number = null }) : null),
        new("BEL001", "number lost at the head", (v, _) => v.Document is null ? null : v with { Document = v.Document with { Number = " " } }),
        new("BEL001", "number lost, its source document knows", (v, at) => v.Document is null && Documented(v) is { Type: "invoice" or "other" } ? LineDocument(v with { Lines = [.. v.Lines.Select(l => l with { SourceDocument = "77" })] }, at, d => d with { Number = null }) : null),
        new("BEL002", "date lost on a line", (v, at) => Documented(v) is { Type: "invoice" or "other" } ? LineDocument(v, at, d => d with { Date = DateField.Absent }) : null),
        new("BEL002", "date lost at the head", (v, _) => v.Document is null ? null : v with { Document = v.Document with { Date = DateField.Absent } }),
        new("BEL006", "an ETTN whose number another line gives", (v, at) => Documented(v) is { Type: "invoice" } ? LineDocument(EachDocument(v, d => d with { Ettn = Ettn }), at, d => d with { Number = Ettn }) : null),
        new("BEL006", "an ETTN whose source document has a number", (v, at) => v.Document is null && Documented(v) is { Type: "invoice" } ? LineDocument(v with { Lines = [.. v.Lines.Select(l => l with { SourceDocument = "77" })] }, at, d => d with { Number = " " + Ettn }) : null),
        new("BEL009", "an e-SMM as a receipt", (v, _) => Documented(v) is { Type: "invoice" } ? EachDocument(v, d => d with { Type = "receipt", TypeDescription = "e-SMM" }) : null),
        new("BEL009", "the module knows the SMM", (v, _) => Documented(v) is { Type: "receipt" } ? v with { Module = "e-smm" } : null),
        new("BEL025", "a line lost the summary of exchange documents", (v, at) => v.Module == "bank" ? LineDocument(EachDocument(v, d => d with { TypeDescription = "Döviz Alım Belgeleri İcmali" }), at, _ => new SourceDocument { TypeDescription = "Döviz Alım Belgeleri İcmali" }) : null),
        new("BEL025", "the date of the summary is lost on a line", (v, at) => v.Module == "bank" ? LineDocument(EachDocument(v, d => d with { TypeDescription = "Döviz Alım Belgeleri İcmali" }), at, d => d with { Date = DateField.Absent }) : null),
        new("BEL003", "type lost, module knows", (v, _) => v.Module is null || Documented(v) is null ? null : EachDocument(v, d => d with { Type = null, TypeDescription = null })),
        new("BEL003", "type blank, company's map knows", (v, _) => Documented(v) is null ? null : EachDocument(v with { Module = "pos" }, d => d with { Type = " ", TypeDescription = null })),
        new("BEL004", "other without a name", (v, _) => v.Module == "bank" ? EachDocument(v, d => d with { TypeDescription = null }) : null),
        new("BEL005", "an operation for a document", (v, at) => v.Module == "bank" ? LineDocument(v, at, d => d with { TypeDescription = at % 2 == 0 ? "havale" : "EFT ile ödeme" }) : null),
        new("BEL008", "type in Turkish", (v, _) => Documented(v) is { Type: "invoice" } ? EachDocument(v, d => d with { Type = "E-Fatura" }) : null),
        new("BEL008", "dekont as a type", (v, _) => Documented(v) is { Type: "invoice" } ? EachDocument(v, d => d with { Type = "Banka Dekontu" }) : null),
        new("BEL010", "opening with a document", (v, at) => v.Kind == "opening" ? SetLine(v, at, l => l with { Document = new SourceDocument { Type = "other", TypeDescription = "Muhasebe Fişi", Number = "1", Date = v.Date, OwnSeries = "true" } }) : null),
        new("BEL010", "depreciation with a document", (v, _) => v.Document is null && Documented(v) is not null ? v with { Module = "depreciation" } : null),
        new("BEL017", "a line with another number", (v, at) => v.Document is { Type: "invoice" } ? LineDocument(v, at, d => d with { Number = "XYZ2025000000009", Ettn = "f47ac10b-58cc-4372-a567-0e02b2c3d479" }) : null),
        new("BEL017", "a line lost the document of its source", (v, at) => v.Document is null && Documented(v) is not null ? SetLine(v with { Lines = [.. v.Lines.Select(l => l with { SourceDocument = "77" })] }, at, l => l with { Document = null }) : null),
        new("ODE002", "blank payment method", (v, at) => SetLine(v, at, l => l with { PaymentMethod = at % 2 == 0 ? "" : "  " })),
        new("TAR004", "line of another day", (v, at) => SetLine(v, at, l => l with { PostingDate = DateField.Parse("2025-02-03") })),
        new("TAR004", "line of no day", (v, at) => SetLine(v, at, l => l with { PostingDate = DateField.Parse("03.01.2025") })),
        new("MET001", "bell in the comment", (v, _) => v with { Comment = "Mal\u0007zeme" }),
        new("MET001", "lone surrogate in a description", (v, at) => SetLine(v, at, l => l with { Description = "a\ud83d b" })),
        new("MET001", "nothing but control characters", (v, at) => SetLine(v, at, l => l with { Description = "\u0001\u0002" })),
        new("MET004", "blanks in the comment", (v, _) => v with { Comment = "  Malzeme  alışı\u00a0 " }),
        new("MET004", "blanks in the fiş no", (v, _) => v with { Number = v.Number + " " }),
        new("MET004", "blanks in a description", (v, at) => SetLine(v, at, l => l with { Description = "\u00a0a  b" })),
        new("MET004", "blanks in the document numbers", (v, _) => Documented(v) is null ? null : EachDocument(v, d => d with { Number = d.Number + "  " })),
        new("MET001", "control character in the document numbers", (v, _) => Documented(v) is null ? null : EachDocument(v, d => d with { Number = "\u0085" + d.Number })),
        new("MET004", "blank comment", (v, _) => v with { Comment = "   " }),
        new("DOV004", "currency in a word", (v, _) => v.Lines[0].Original is null ? null : SetLine(v, 0, l => l with { Original = l.Original! with { Currency = "EURO" } })),
        new("DOV004", "currency as a sign", (v, _) => v.Lines[0].Original is null ? null : SetLine(v, 0, l => l with { Original = l.Original! with { Currency = "$" } })),
        new("FIS012", "a receipt of another day's work", PlantReceipt),
        new("FIS013", "more invoices than one entry may hold", PlantInvoices),
        new("BEL021", "two banks in one summary", (v, at) => Grouped(v, "bankDay", "Muhasebe Fişi", Pair("102.01", "120.01", 70 + at, null), Pair("102.02", "120.02", 5000 + at, null))),
        new("BEL022", "two partners in one bordro", (v, at) => Grouped(v, "partnerBordro", "Çek Bordrosu", Pair("101.01", "120.01", 70 + at, "4540536920"), Pair("101.01", "120.02", 5000 + at, "0010213576"))),
        new("DOV001", "no rate date", (v, _) => v.Lines[0].Original is null ? null : SetLine(v, 0, l => l with { Original = l.Original! with { RateDate = DateField.Absent } })),
        new("DOV001", "no rate", (v, _) => v.Lines[0].Original is not { Amount.OrZero: > 0 } ? null : SetLine(v, 0, l => l with { Original = l.Original! with { Rate = AmountField.Absent } })),
        new("SAT002", "negative on the other side", (v, at) => SetLine(v, at, Negative)),
        new("SAT002", "negative on the other side, and the ERP says the side", (v, at) => SetLine(v, at, l => Negative(l) with { Side = l.Debit.OrZero > 0 ? "A" : "D" })),
        new("HES004", "a main account of five characters", (v, at) => SetLine(v, at, l => l.Account![3] == '.' ? l with { Account = l.Account[..3] + "01.1" } : l)),
        new("ODE001", "no payment method", (v, _) => v.Kind == "opening" || !v.Lines.Any(l => l.PaymentMethod is not null) ? null : v with { Lines = [.. v.Lines.Select(l => l with { PaymentMethod = null })] }),
        new("ODE001", "no payment method on one line", (v, at) => v.Kind == "opening" || v.Lines[at % v.Lines.Count].PaymentMethod is null ? null : SetLine(v, at, l => l with { PaymentMethod = null })),
        new("ODE003", "an operation for a payment method", (v, at) => v.Module != "bank" ? null : SetLine(v, at, l => l with { PaymentMethod = at % 2 == 0 ? "EFT" : "Gelen havale 0012345" })),
        new("ODE003", "another word for cash", (v, at) => v.Kind is not ("tahsil" or "tediye") ? null : SetLine(v, at, l => l with { PaymentMethod = "PEŞİN" })),
        new("KDV001", "KDV lost its document", (v, _) => v.Document is not null || v.Lines.All(l => l.Account != "191.20") ? null : v with { Lines = [.. v.Lines.Select(l => l.Account == "191.20" ? l with { Document = null } : l)] }),
        new("MET005", "UTF-8 read as Windows-1252 in the comment", (v, _) => v with { Comment = "Malzeme alÄ±ÅŸÄ±" }),
        new("MET005", "Windows-1254 read as Windows-1252 in a description", (v, at) => SetLine(v, at, l => l with { Description = "ÞÝÞLÝ GIDA alýþý" })),
        new("MET005", "UTF-8 read as Latin-1, which leaves control characters", (v, at) => SetLine(v, at, l => l with { Description = "Otel fi\u00c5\u009fi" })),
        new("MET005", "garbled document numbers", (v, _) => Documented(v) is null ? null : EachDocument(v, d => d with { Number = d.Number + "Åž" })),
        new("MET007", "nothing is said", (v, _) => Documented(v) is null ? null : v with { Comment = null, Lines = [.. v.Lines.Select(l => l with { Description = null })] }),
    ];

    /// <summary>Faults for which a person must choose (class C).</summary>
    public static IReadOnlyList<Fault> Choosable { get; } =
    [
        new("FIS002", "a kuruş too much", (v, _) => SetLine(v, 0, l => l with { Debit = AmountField.Of(l.Debit.OrZero + 0.01m) })),
        new("BEL011", "cash without its makbuz", (v, _) => v.Kind is "tahsil" or "tediye" ? v with { Document = null, Lines = [.. v.Lines.Select(l => l with { Document = null })] } : null),
        new("FIS006", "a draft", (v, _) => v with { State = "planned" }),
        new("ACK004", "opening of another day", (v, _) => v.Kind == "opening" ? v with { Date = DateField.Parse("2025-01-03"), Lines = [.. v.Lines.Select(l => l with { PostingDate = DateField.Parse("2025-01-03") })] } : null),
        new("ODE004", "a payment method where nobody is paid", (v, at) => v.Lines.Any(l => l.PaymentMethod is not null) ? null : SetLine(v, at, l => l with { PaymentMethod = "Nakit" })),
        new("SUB003", "a line of another branch", (v, at) => SetLine(v, at, l => l with { Branch = "0007" })),
    ];

    private static Voucher SetLine(Voucher voucher, int at, Func<VoucherLine, VoucherLine> change) =>
        voucher.Lines.Count == 0 ? voucher : voucher.WithLine((at % voucher.Lines.Count) + 1, change);

    // The same entry as the red ink of storno writes it.
    private static VoucherLine Negative(VoucherLine line) => line.Debit.OrZero > 0
        ? line with { Debit = AmountField.Absent, Credit = AmountField.Of(-line.Debit.OrZero) }
        : line with { Debit = AmountField.Of(-line.Credit.OrZero), Credit = AmountField.Absent };

    private static VoucherLine Zero(VoucherLine like) => like with { Id = null, Debit = AmountField.Absent, Credit = AmountField.Of(0.00m), Document = null, Original = null };

    private static SourceDocument? Documented(Voucher voucher) => voucher.Lines.Count == 0 ? null : voucher.Lines[0].Document;

    private static Voucher EachDocument(Voucher voucher, Func<SourceDocument, SourceDocument> change) => voucher with
    {
        Document = voucher.Document is null ? null : change(voucher.Document),
        Lines = [.. voucher.Lines.Select(line => line with { Document = line.Document is null ? null : change(line.Document) })],
    };

    private static Voucher? LineDocument(Voucher voucher, int at, Func<SourceDocument, SourceDocument> change) =>
        Documented(voucher) is null ? null : SetLine(voucher, at, line => line.Document is null ? line : line with { Document = change(line.Document) });

    // The same amount on both sides of one line keeps the voucher balanced.
    private static Voucher? PlantBothSides(Voucher voucher, int at)
    {
        var line = voucher.Lines[at % voucher.Lines.Count];
        var amount = 12.50m + (at % 7);
        return line.Original is not null ? null : SetLine(voucher, at, l => l with { Debit = AmountField.Of(l.Debit.OrZero + amount), Credit = AmountField.Of(l.Credit.OrZero + amount), Side = at % 3 == 0 ? "B" : null });
    }

    // First debit and last credit lose the same part of a kuruş.
    private static Voucher? PlantDecimals(Voucher voucher, int at)
    {
        var part = 0.001m * ((at % 5) + 1);
        var first = voucher.Lines[0];
        if (first.Debit.OrZero == 0 || voucher.Lines[^1].Credit.OrZero == 0)
            return null;
        return voucher.WithLine(1, l => l with { Debit = AmountField.Of(l.Debit.OrZero + part) }).WithLine(voucher.Lines.Count, l => l with { Credit = AmountField.Of(l.Credit.OrZero + part) });
    }

    // A second document with an entry of its own.
    private static Voucher? PlantReceipt(Voucher voucher, int at)
    {
        if (voucher.Kind == "opening" || voucher.Module is not null || Documented(voucher) is null || voucher.Document is not null)
            return null;
        var receipt = new SourceDocument { Type = "receipt", Number = "R-9", Date = voucher.Date };
        return voucher with { Lines = [.. voucher.Lines, .. Pair("770.01", "320.09", 10 + at, null).Select(line => line with { Document = receipt, Description = "Masraf" })] };
    }

    private static Voucher? PlantInvoices(Voucher voucher, int at)
    {
        if (voucher.Kind == "opening" || at % 10 != 0)
            return null;
        var lines = Enumerable.Range(1, 101).SelectMany(n => Pair("120.01", "600.01", n, null).Select(line => line with
        {
            Document = new SourceDocument { Type = "invoice", Number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ABC2025{n:D9}"), Date = voucher.Date },
        }));
        return voucher with { Kind = "mahsup", Module = null, Document = null, Grouping = new VoucherGrouping { Kind = "invoices" }, Lines = [.. lines] };
    }

    private static Voucher? Grouped(Voucher voucher, string grouping, string document, params VoucherLine[][] pairs) => voucher.Kind == "opening" ? null : voucher with
    {
        Kind = "mahsup",
        Module = null,
        Grouping = new VoucherGrouping { Kind = grouping },
        Document = new SourceDocument { Type = "other", TypeDescription = document, Number = "1", Date = voucher.Date },
        Lines = [.. pairs.SelectMany(static pair => pair)],
    };

    private static VoucherLine[] Pair(string debited, string credited, int lira, string? partner) =>
    [
        new() { Account = debited, AccountName = "ALT HESAP", MainAccountName = "ANA HESAP", Debit = AmountField.Of(lira), Partner = partner is null ? null : new Partner { TaxId = partner, Name = "CARİ" } },
        new() { Account = credited, AccountName = "ALT HESAP", MainAccountName = "ANA HESAP", Credit = AmountField.Of(lira), Partner = partner is null ? null : new Partner { TaxId = partner, Name = "CARİ" } },
    ];
}
