using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>A month of a book with all that is known of its fiscal year.</summary>
public sealed record BookMonth
{
    public required Book Book { get; init; }

    public required Period Period { get; init; }

    public required FiscalYear Year { get; init; }

    /// <summary>Heads of the year's months that were ever written to.</summary>
    public required IReadOnlyDictionary<Period, MonthHead> Heads { get; init; }

    /// <summary>The month's head; a month never written to is an empty one at revision 0.</summary>
    public MonthHead Head => Heads.TryGetValue(Period, out var head) ? head : Untouched(Period);

    /// <summary>First day of the month inside the fiscal year.</summary>
    public DateOnly From => DaysOf(Period, Year).From;

    /// <summary>Last day of the month inside the fiscal year.</summary>
    public DateOnly To => DaysOf(Period, Year).To;

    /// <summary>First and last day of a month inside its fiscal year; all of it when no fiscal year covers it.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(Period period, FiscalYear? year) =>
        (year is not null && period.FirstDay < year.Start ? year.Start : period.FirstDay, year is not null && period.LastDay > year.End ? year.End : period.LastDay);

    public static MonthHead Untouched(Period period) => new() { Period = period, Revision = 0, Vouchers = 0 };
}
