using CsCheck;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Formats;

/// <summary>Random balanced months whose texts hold everything but what no file can hold.</summary>
internal static class JournalGen
{
    private static readonly string[] Accounts = ["100.01", "153.01", "320.EUR.7", "600", "191.20"];
    private static readonly string?[] Documents = [null, "check", "invoice", "order-customer", "order-vendor", "voucher", "shipment", "receipt", "other"];

    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("=1+1", "a;b", "\"tırnak\"", "sekme\tvar", "satır\nsonu", "iki\r\nsatır", " boşluk ", "₺ işareti", "ŞĞİıç", "😀", "_x0041_", "-5", "|", "NUL"),
        Gen.String[Gen.Char[' ', '~'], 1, 30],
        Gen.String[Gen.Char['\u00a1', '\u017f'], 1, 15]);

    /// <summary>Codes of any printable ASCII but <c>; " |</c>, which some integrators' files cannot carry.</summary>
    private static readonly Gen<string> Code = Gen.String[Gen.Char['!', '~'].Where(c => c is not (';' or '"' or '|')), 1, 12];

    private static readonly Gen<Voucher> Voucher =
        from id in Code
        from number in Code
        from day in Gen.Int[1, 31]
        from kind in Gen.OneOf("opening", "tahsil", "tediye", "mahsup", "closing")
        from enteredBy in Gen.OneOf("H.A.", "ŞÜKRÜ IŞIK")
        from comment in Optional(Text)
        from pairs in Pair.Array[1, 4]
        select new Voucher
        {
            Id = id,
            Number = number,
            Date = DateField.Of(new DateOnly(2025, 1, day)),
            Kind = kind,
            EnteredBy = enteredBy,
            Comment = comment,
            Lines = [.. pairs.SelectMany(pair => pair)],
        };

    /// <summary>As <see cref="Month"/>, and the lines of a voucher rest on one document and are paid in one way.</summary>
    public static Gen<IReadOnlyList<JournalEntry>> MonthOfOneDocument => OwnNumbers.Select(vouchers => Months.Number(vouchers.Select(WithOneDocument), 1, 1));

    /// <summary>As <see cref="Month"/>, and no two vouchers have one fiş no.</summary>
    public static Gen<IReadOnlyList<JournalEntry>> MonthOfOwnNumbers => OwnNumbers.Select(vouchers => Months.Number(vouchers, 1, 1));

    public static readonly Gen<IReadOnlyList<JournalEntry>> Month = Voucher.Array[0, 12].Select(vouchers => Months.Number(vouchers, 1, 1));

    /// <summary>As <see cref="Month"/>, by days, as a journal is.</summary>
    public static readonly Gen<IReadOnlyList<JournalEntry>> MonthInOrder = Voucher.Array[1, 12].Select(vouchers => Months.Number(vouchers.OrderBy(voucher => voucher.Date.Value), 1, 1));

    private static Gen<Voucher[]> OwnNumbers => Voucher.Array[0, 12].Select(vouchers => vouchers.DistinctBy(voucher => voucher.Number, StringComparer.Ordinal).ToArray());

    private static Voucher WithOneDocument(Voucher voucher) =>
        voucher with { Lines = [.. voucher.Lines.Select(line => line with { Document = voucher.Lines[0].Document, PaymentMethod = voucher.Lines[0].PaymentMethod })] };

    private static Gen<string?> Optional(Gen<string> text) => Gen.Select(Gen.Bool, text, (given, value) => given ? value : null);

    private static Gen<VoucherLine[]> Pair =>
        from minor in Gen.Long[1, 99_999_999_999]
        from debit in Line
        from credit in Line
        select (VoucherLine[])[debit with { Debit = AmountField.Of(minor / 100m) }, credit with { Credit = AmountField.Of(minor / 100m) }];

    private static Gen<VoucherLine> Line =>
        from account in Gen.Int[0, 4]
        from name in Text.Where(text => !string.IsNullOrWhiteSpace(text))
        from description in Optional(Text)
        from document in Gen.Int[0, 8]
        from documentNumber in Code
        from id in Optional(Code)
        from payment in Gen.OneOf<string?>(null, "Nakit", "Çek")
        from rate in Gen.Int[1, 9_999_999]
        select new VoucherLine
        {
            Id = id,
            Account = Accounts[account],
            AccountName = name,
            MainAccountName = name,
            Description = description,
            PaymentMethod = payment,
            Document = Documents[document] is { } type ? new SourceDocument { Type = type, TypeDescription = type == "other" ? "Dekont" : null, Number = documentNumber, Date = DateField.Of(new DateOnly(2025, 1, 15)) } : null,
            Original = rate % 2 == 0 ? new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(rate / 100m), Rate = AmountField.Of(rate / 10_000m), RateDate = DateField.Of(new DateOnly(2025, 1, 2)), RateSource = rate % 4 == 0 ? "TCMB döviz alış" : null, RateComment = rate % 6 == 0 ? "=kur; \"ödeme günü\"" : null } : null,
        };
}
