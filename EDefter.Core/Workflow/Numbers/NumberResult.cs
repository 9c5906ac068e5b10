using EDefter.Core.Companies;
using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>What numbering answers on the wire.</summary>
public sealed record NumberResult(Period Period, long First, long Last, long FirstLine, long LastLine, long Vouchers, long Lines, decimal Debit, decimal Credit, string Order, string Previous, string Chain)
{
    public static NumberResult Of(Period period, Numbering numbers) => new(
        period, numbers.First, numbers.Last, numbers.FirstLine, numbers.LastLine, numbers.Vouchers, numbers.Lines, Lira(numbers.Debit), Lira(numbers.Credit), numbers.Order, numbers.Previous, numbers.Chain);

    // Two sums of the same value are written alike, whatever digits their vouchers came with.
    private static decimal Lira(decimal sum) => decimal.Round(sum, 2) + 0.00m;
}
