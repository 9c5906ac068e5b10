using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Books;

/// <summary>Control totals in lira; <see cref="Received"/> must equal <see cref="Processed"/>.</summary>
public sealed record MonthTotals(long Vouchers, long Lines, decimal Debit, decimal Credit, long Received, long Processed, long Cancelled, long Undated)
{
    public CheckTotals ToCheckTotals() => new()
    {
        Vouchers = Vouchers,
        Lines = Lines,
        Debit = Debit,
        Credit = Credit,
        Received = Received,
        Processed = Processed,
        Cancelled = Cancelled,
        Undated = Undated,
    };
}
