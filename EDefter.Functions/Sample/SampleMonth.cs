using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>
/// A hotel's month, made from a seed: the same seed, month and scale give the same vouchers for ever. The month may be streamed at any
/// size; the checked-in files of <c>samples/ornek-otel</c> are January 2025 at scale 1 with planted faults.
/// </summary>
public static class SampleMonth
{
    /// <summary>The seed of the checked-in sample.</summary>
    public const ulong Seed = 20250101;

    /// <summary>The month of the checked-in sample.</summary>
    public static Period January { get; } = new(2025, 1);

    /// <summary>Vouchers in which no rule finds anything, in the order in which the hotel wrote them, one day after the other.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="period">The month; its first day carries the opening voucher.</param>
    /// <param name="scale">How many hotels' business: 1 makes about 3 000 lines, 100 about 230 000.</param>
    public static IEnumerable<Voucher> Vouchers(ulong seed, Period period, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        return Stream(new SampleBook(seed, period, scale));
    }

    /// <summary>The sample month before anything is planted in it: no rule finds anything.</summary>
    public static IReadOnlyList<Voucher> Clean() => [.. Vouchers(Seed, January, scale: 1)];

    /// <summary>The sample month as the ERP sends it, with its planted faults and what the bookkeeper decides.</summary>
    public static SampleFaults Faulty { get; } = SampleFaults.PlantIn(Clean());

    private static IEnumerable<Voucher> Stream(SampleBook book)
    {
        // The order of a day: the banks pay for yesterday's cards before today is sold, and the till is emptied before the month is closed.
        ISampleBusiness[] businesses =
        [
            new OpeningVoucher(), new BankDays(), new ZReports(), new RoomInvoices(), new PurchaseInvoices(), new Professionals(), new ForeignExchange(), new Cheques(), new CashDesk(), new Payroll(), new MonthEnd(),
        ];
        for (var day = book.Period.FirstDay; day <= book.Period.LastDay; day = day.AddDays(1))
        {
            book.TurnTo(day);
            foreach (var business in businesses)
            {
                foreach (var draft in business.Day(book))
                    yield return book.Post(draft);
            }
        }
    }
}
