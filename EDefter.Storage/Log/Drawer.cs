using EDefter.Core.Companies;

namespace EDefter.Storage.Log;

/// <summary>
/// The undated drawer is a partition like a fiscal year's, with one pseudo-month and one pseudo-day, so that the same mechanism carries it.
/// <c>new Period(1, 1)</c> stands for it in <see cref="Core.Workflow.Ports.AppendRequest.ExpectedRevisions"/> too.
/// </summary>
internal static class Drawer
{
    public const string Word = "undated";

    public static Period Period { get; } = new(1, 1);

    public static DateOnly Day => DateOnly.MinValue;

    /// <summary>The month of a day, be it the drawer's.</summary>
    public static Period PeriodOf(DateOnly day) => day == Day ? Period : Period.Of(day);
}
