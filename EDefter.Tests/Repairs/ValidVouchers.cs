using System.Globalization;
using CsCheck;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>Balanced vouchers of a hotel's January 2025 that no rule faults: purchases, collections, payments, bank days, foreign currency.</summary>
internal static class ValidVouchers
{
    private const decimal Rate = 35.1234m;

    private static readonly string[] Words = ["Iğdır'dan alış", "ŞİŞLİ GIDA", "çöğüşı ĞÜŞİÖÇ", "Oda geliri 😀", "=1+1", "0012", "a", "Açıklama; \"tırnak\""];

    public static Gen<Voucher> Any { get; } =
        from shape in Gen.Int[0, 4]
        from id in Gen.Int[1, 99_999]
        from day in Gen.Int[2, 31]
        from amounts in Gen.Int[1, 5_000_000].Array[1, 4]
        from word in Gen.Int[0, Words.Length - 1].Select(static i => Words[i])
        from options in Gen.Int[0, 255]
        select Build(shape, id, day, amounts, word, options);

    /// <summary>An opening voucher of the first day, with equity.</summary>
    public static Gen<Voucher> Opening { get; } =
        from id in Gen.Int[1, 99_999]
        from amounts in Gen.Int[1, 5_000_000].Array[1, 4]
        from word in Gen.Int[0, Words.Length - 1].Select(static i => Words[i])
        select Build(shape: 5, id, day: 1, amounts, word, options: 0);

    private static Voucher Build(int shape, int id, int day, int[] amounts, string word, int options)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"2025-01-{day:D2}");
        // Nothing above the tevsik limit moves in cash (BEL019).
        if (shape is 0 or 1)
            amounts = [.. amounts.Select(static kurus => (kurus % 700_000) + 1)];
        var lines = Lines(shape, amounts, word, options, date);
        return new Voucher
        {
            Id = id.ToString(CultureInfo.InvariantCulture),
            Number = string.Create(CultureInfo.InvariantCulture, $"F-{id:D6}"),
            Date = DateField.Parse(date),
            Kind = shape switch { 0 => "tahsil", 1 => "tediye", 5 => "opening", _ => "mahsup" },
            State = (options & 1) == 0 ? null : "approved",
            EnteredBy = "H.A.",
            EnteredByUser = (options & 2) == 0 ? null : "h.aydin",
            Comment = (options & 4) == 0 ? null : word,
            Module = shape switch { 2 => "purchase-invoice", 3 => "bank", _ => null },
            Document = shape == 2 && (options & 8) != 0 ? Invoice(date) : null,
            Lines = lines,
            Extra = (options & 16) == 0 ? null : """{"tesis":"A","ic":[1,2]}""",
        };
    }

    private static List<VoucherLine> Lines(int shape, int[] amounts, string word, int options, string date)
    {
        var (debit, credit, document) = shape switch
        {
            0 => ("100.01", "120.07", new SourceDocument { Type = "receipt", Number = "000123", Date = DateField.Parse(date) }),
            1 => ("320.05", "100.01", new SourceDocument { Type = "receipt", Number = "T-7", Date = DateField.Parse(date) }),
            2 => ("153.01", "320.05", Invoice(date)),
            3 => ("102.01", "120.07", new SourceDocument { Type = "other", TypeDescription = "Dekont", Number = "D-1", Date = DateField.Parse(date) }),
            4 => ("120.07", "600.01", Invoice(date)),
            _ => ("102.01", "500.01", (SourceDocument?)null),
        };
        // Equal lines of one account would be SAT007's.
        amounts = [.. amounts.Distinct()];
        var lines = amounts.Select((kurus, i) => Line(debit, "D" + i.ToString(CultureInfo.InvariantCulture), kurus, isDebit: true, word, date, document, options)).ToList();
        var sum = amounts.Sum(static kurus => (long)kurus);
        var vat = ((sum * 20) + 50) / 100;
        if (shape == 2 && vat > 0)
        {
            lines.Add(Line("191.20", "K", vat, isDebit: true, word, date, document, options));
            sum += vat;
        }

        lines.Add(Line(credit, "C", sum, isDebit: false, word, date, document, options));
        if (shape == 4)
            lines[0] = lines[0] with { Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(decimal.Round(lines[0].Debit.OrZero / Rate, 2)), Rate = AmountField.Of(Rate), RateDate = DateField.Parse(date) } };
        return lines;
    }

    private static VoucherLine Line(string account, string id, long kurus, bool isDebit, string word, string date, SourceDocument? document, int options) => new()
    {
        Id = id,
        Account = account,
        AccountName = word.Length > 1 ? word.Trim() : "AD",
        MainAccountName = "ANA HESAP",
        Debit = isDebit ? AmountField.Of(kurus / 100m) : (options & 32) == 0 ? AmountField.Absent : AmountField.Of(0.00m),
        Credit = isDebit ? AmountField.Absent : AmountField.Of(kurus / 100m),
        // What the voucher does not say of itself its lines say.
        Description = (options & 64) == 0 && (options & 4) != 0 ? null : word,
        PostingDate = (options & 128) == 0 ? DateField.Absent : DateField.Parse(date),
        Document = document,
        PaymentMethod = document is null ? null : account[..3] switch { "100" => "Nakit", "102" => "Banka", _ => null },
    };

    private static SourceDocument Invoice(string date) => new() { Type = "invoice", Number = "ABC2025000000001", Date = DateField.Parse(date) };
}
