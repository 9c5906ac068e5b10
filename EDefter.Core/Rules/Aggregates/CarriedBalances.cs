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
        // What was booked on paper before e-Defter was taken up is unknown, unless nothing was there yet.
        var paperUntil = context.Company.AdoptionDate is { } adopted && adopted > year.Start && year.Contains(adopted) ? adopted : year.Start;
        if (context.OpeningBalances is { } sent && paperUntil == year.Start)
            return AccountTotals.Sum(sent, before.Totals);
        var began = context.IsBranchOpenedInYear ? context.BookBranch!.ValidFrom : context.Company.FoundedOn;
        return began is { } day && year.Contains(day) && (paperUntil == year.Start || day >= paperUntil) ? before.Totals : null;
    }
}
