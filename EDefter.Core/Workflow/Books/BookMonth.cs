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
    public DateOnly From => Period.FirstDay < Year.Start ? Year.Start : Period.FirstDay;

    /// <summary>Last day of the month inside the fiscal year.</summary>
    public DateOnly To => Period.LastDay > Year.End ? Year.End : Period.LastDay;

    public static MonthHead Untouched(Period period) => new() { Period = period, Revision = 0, Vouchers = 0 };
}
