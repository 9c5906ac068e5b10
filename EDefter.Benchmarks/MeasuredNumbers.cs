using EDefter.Core.Journal;

namespace EDefter.Benchmarks;

/// <summary>The numbers of an invented month of five-line vouchers, first of its fiscal year.</summary>
internal static class MeasuredNumbers
{
    /// <param name="lines">Lines of the month; what is left over by five is left out.</param>
    /// <param name="total">Σ debit = Σ credit, lira.</param>
    public static Numbering Of(int lines, decimal total) => new()
    {
        First = 1,
        Last = lines / 5,
        FirstLine = 1,
        LastLine = lines / 5 * 5,
        Vouchers = lines / 5,
        Lines = lines / 5 * 5,
        Debit = total,
        Credit = total,
        Order = string.Empty,
        Previous = string.Empty,
        Chain = "sha256:" + new string('0', 64),
    };
}
