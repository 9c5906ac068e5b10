using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>The invented month that is written and printed: a thousand vouchers of five lines, again and again.</summary>
internal static class MeasuredVouchers
{
    private const int Different = 1_000;

    /// <param name="dressed">What a measurement changes in a voucher of that number; null takes it as it is.</param>
    public static VoucherFacts[] Templates(Func<Voucher, int, Voucher>? dressed = null) =>
        [.. Enumerable.Range(0, Different).Select(number => VoucherFacts.Of(dressed is null ? Template(number) : dressed(Template(number), number)))];

    public static IEnumerable<JournalEntry> Entries(VoucherFacts[] templates, int lines)
    {
        for (var i = 0; i < lines / 5; i++)
            yield return JournalEntry.Create(templates[i % templates.Length], chart: null, i + 1, (5L * i) + 1);
    }

    /// <summary>The voucher of a number, balanced, on a day of January 2025.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="date">Null takes the days of the month in turn.</param>
    /// <param name="lines">Null takes five.</param>
    public static Voucher Template(int number, DateOnly? date = null, IReadOnlyList<VoucherLine>? lines = null) => new()
    {
        Id = number.ToString("D8", CultureInfo.InvariantCulture),
        Number = number.ToString("D6", CultureInfo.InvariantCulture),
        Date = DateField.Of(date ?? new DateOnly(2025, 1, 1 + (number % 31))),
        Kind = "mahsup",
        EnteredBy = "H.A.",
        Comment = "Fatura kaydı " + number.ToString(CultureInfo.InvariantCulture),
        Lines = lines ?? [Line(number, 0, 1000, debit: true), Line(number, 1, 200, debit: true), Line(number, 2, 50.25m, debit: true), Line(number, 3, 1200.25m, debit: false), Line(number, 4, 50, debit: false)],
    };

    /// <summary>A line of a voucher: an account of its place, an invoice of its number.</summary>
    public static VoucherLine Line(int number, int place, decimal amount, bool debit) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{number:D6}{place}"),
        Account = string.Create(CultureInfo.InvariantCulture, $"{153 + place}.{number % 97:D3}"),
        AccountName = "ALT HESAP İSMİ " + (number % 97).ToString(CultureInfo.InvariantCulture),
        MainAccountName = "TİCARİ MALLAR",
        Debit = debit ? AmountField.Of(amount) : AmountField.Absent,
        Credit = debit ? AmountField.Absent : AmountField.Of(amount),
        Description = "Satır açıklaması " + number.ToString(CultureInfo.InvariantCulture),
        PaymentMethod = "Banka",
        Document = new SourceDocument { Type = "invoice", Number = string.Create(CultureInfo.InvariantCulture, $"ABC2025{number:D9}"), Date = DateField.Of(new DateOnly(2025, 1, 15)) },
    };
}
