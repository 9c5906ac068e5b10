using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// What stands on the accounts before the first day of the range. A balance that nobody told is unknown, never zero: with a guess a rule about balances would only raise
/// false alarms.
/// </summary>
public static class CarriedBalances
{
    /// <summary>
    /// Known when the fiscal year's opening voucher was seen, in an earlier month or in the range itself; else when opening balances were sent, or when the company was founded, or the branch opened, in the
    /// year and begins with nothing. Null when unknown: what lies before was not read, the books are taken up in mid-year, or nobody told the opening.
    /// </summary>
    /// <param name="context">What a rule may know.</param>
    /// <param name="openingInRange">The range itself holds an opening voucher; its lines are part of the range's turnover.</param>
    public static AccountTotals? Of(CheckContext context, bool openingInRange)
    {
        if (context.FiscalYear is not { } year || !year.Contains(context.To))
            return null;
        if ((context.YearToDate ?? (context.From == year.Start ? YearToDate.Empty : null)) is not { } before)
            return null;
        if (openingInRange || before.Openings.Any())
            return before.Totals;
        var isMidYear = context.Company.AdoptionDate is { } adopted && adopted > year.Start && year.Contains(adopted);
        if (context.OpeningBalances is { } sent && !isMidYear)
            return AccountTotals.Sum(sent, before.Totals);
        return context.IsBranchOpenedInYear || (context.Company.FoundedOn is { } founded && year.Contains(founded)) ? before.Totals : null;
    }
}
