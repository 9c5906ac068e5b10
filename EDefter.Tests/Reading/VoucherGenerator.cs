using System.Globalization;
using System.Text;
using CsCheck;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Reading;

/// <summary>Random vouchers as an ERP might send them: most are sane, some hold everything that JSON and .NET strings can hold.</summary>
internal static class VoucherGenerator
{
    private static readonly Gen<string> Turkish = Gen.String[Gen.Char["abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ0123456789 .,-/'\"\\{}[]:=+@\t\n\r"], 0, 24];

    // Any UTF-16 code unit: control characters, lone surrogates, pairs.
    private static readonly Gen<string> Anything = Gen.String[Gen.OneOf(Gen.Char['\u0000', '\uffff'], Gen.Char['\ud800', '\udfff'], Gen.Char['\u0000', '\u0020']), 0, 12];

    public static readonly Gen<string> Text = Gen.OneOf(Turkish, Turkish, Turkish, Anything);

    private static readonly Gen<string?> MaybeText = Gen.Int[0, 3].SelectMany(n => n == 0 ? Gen.Const((string?)null) : Text.Select(text => (string?)text));

    private static readonly Gen<decimal> Decimal = Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 6], (digits, scale) => new decimal((int)(Math.Abs(digits) & 0xFFFFFFFF), (int)(Math.Abs(digits) >> 32), 0, digits < 0, (byte)scale));

    private static readonly Gen<AmountField> Amount = Gen.Int[0, 9].SelectMany(n => n switch
    {
        < 3 => Gen.Const(AmountField.Absent),
        < 8 => Decimal.Select(AmountField.Of),
        8 => Gen.OneOf("1.234,56", "1E5", "1e-3", " 12", "12 ", "+5", "--5", ".", "-", "NaN", "12345678901234567890123456789", "₺12", "0x10").Select(AmountField.Parse),
        _ => Text.Select(AmountField.Parse),
    });

    private static readonly Gen<DateField> Date = Gen.Int[0, 9].SelectMany(n => n switch
    {
        < 3 => Gen.Const(DateField.Absent),
        < 8 => Gen.Int[1, 3_600_000].Select(day => DateField.Of(DateOnly.FromDayNumber(day))),
        8 => Gen.OneOf("2025-02-30", "01.02.2025", "2025-01-01T00:00:00", "2025-1-1", "20250101").Select(DateField.Parse),
        _ => Text.Select(DateField.Parse),
    });

    private static readonly Gen<string> JsonScalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "0", "-1.50", "1E400", "12345678901234567890123456789012345678901234567890", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"ığüşöç\"", "\"a\\\\\\\"b\""),
        Gen.Int.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    // Unknown members: their names never collide with members that EDefter knows.
    private static readonly Gen<string?> Extra = Gen.Int[0, 5].SelectMany(n => n > 0
        ? Gen.Const((string?)null)
        : Gen.Select(Gen.Int[0, 3], JsonScalar.Array[1, 4], Gen.Int[0, 20], (same, values, depth) =>
            (string?)("{" + string.Join(',', values.Select((value, i) => $"\"x{(same == 0 ? 0 : i)}\":{Nest(value, depth)}")) + "}")));

    private static readonly Gen<SourceDocument?> Document = Gen.Int[0, 3].SelectMany(n => n == 0
        ? Gen.Const((SourceDocument?)null)
        : Gen.Select(MaybeText, MaybeText, MaybeText, Date, MaybeText, MaybeText, Extra, (type, description, number, date, ettn, own, extra) =>
            (SourceDocument?)new SourceDocument { Type = type, TypeDescription = description, Number = number, Date = date, Ettn = ettn, OwnSeries = own, Extra = extra }));

    private static readonly Gen<OriginalAmount?> Original = Gen.Int[0, 3].SelectMany(n => n > 0
        ? Gen.Const((OriginalAmount?)null)
        : Gen.Select(MaybeText, Amount, Amount, Date, MaybeText, MaybeText, Extra, (currency, amount, rate, date, source, comment, extra) =>
            (OriginalAmount?)new OriginalAmount { Currency = currency, Amount = amount, Rate = rate, RateDate = date, RateSource = source, RateComment = comment, Extra = extra }));

    private static readonly Gen<Partner?> Partner = Gen.Int[0, 3].SelectMany(n => n > 0
        ? Gen.Const((Partner?)null)
        : Gen.Select(MaybeText, MaybeText, Extra, (id, name, extra) => (Partner?)new Partner { TaxId = id, Name = name, Extra = extra }));

    private static readonly Gen<VoucherGrouping?> Grouping = Gen.Int[0, 3].SelectMany(n => n > 0
        ? Gen.Const((VoucherGrouping?)null)
        : Gen.Select(MaybeText, MaybeText, Date, Date, MaybeText, Extra, (kind, count, from, to, bank, extra) =>
            (VoucherGrouping?)new VoucherGrouping { Kind = kind, Count = count, From = from, To = to, Bank = bank, Extra = extra }));

    private static readonly Gen<VoucherLine> Line = Gen.Select(
        MaybeText.Array[13],
        Gen.Select(Amount, Amount, Amount, Date),
        Gen.Select(Document, Original, Partner, Extra),
        (texts, values, parts) => new VoucherLine
        {
            Id = texts[0],
            Account = texts[1],
            AccountName = texts[2],
            MainAccount = texts[3],
            MainAccountName = texts[4],
            Side = texts[5],
            Description = texts[6],
            PaymentMethod = texts[7],
            Branch = texts[8],
            BaseLine = texts[9],
            SourceDocument = texts[10],
            JournalLine = texts[11],
            Part = texts[12],
            Debit = values.Item1,
            Credit = values.Item2,
            VatRate = values.Item3,
            PostingDate = values.Item4,
            Document = parts.Item1,
            Original = parts.Item2,
            Partner = parts.Item3,
            Extra = parts.Item4,
        });

    public static readonly Gen<Voucher> Voucher = Gen.Select(
        Text.Where(text => !string.IsNullOrWhiteSpace(text)),
        MaybeText.Array[10],
        Gen.Select(Date, Document, Grouping, Extra),
        Line.Array[0, 4],
        (id, texts, parts, lines) => new Voucher
        {
            Id = id,
            Number = texts[0],
            Kind = texts[1],
            State = texts[2],
            EnteredBy = texts[3],
            EnteredByUser = texts[4],
            EnteredAt = texts[5],
            Comment = texts[6],
            Module = texts[7],
            RowVersion = texts[8],
            JournalNumber = texts[9],
            Date = parts.Item1,
            Document = parts.Item2,
            Grouping = parts.Item3,
            Extra = parts.Item4,
            Lines = lines,
        });

    /// <summary>Records compare their lists by reference; here they are compared by what they hold, digits included.</summary>
    public static string Describe(Voucher voucher)
    {
        var text = new StringBuilder();
        text.Append((voucher with { Lines = [] }).ToString());
        foreach (var line in voucher.Lines)
            text.Append('\n').Append(line);
        return text.ToString();
    }

    private static string Nest(string value, int depth) => depth == 0 ? value : depth % 2 == 0 ? "[" + Nest(value, depth - 1) + "]" : "{\"d\":" + Nest(value, depth - 1) + "}";
}
