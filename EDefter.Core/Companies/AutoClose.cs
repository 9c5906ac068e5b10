namespace EDefter.Core.Companies;

/// <summary>
/// A standing approval: from a day of each month on, the month before is checked, mended with class A, numbered and archived without anybody asking.
/// It covers class A only, and every act says whose approval it rests on.
/// </summary>
public sealed record AutoClose
{
    public const int DayMost = 28;

    /// <summary>Day of the month, 1 to 28, so that it comes every month.</summary>
    public int Day { get; init; }

    /// <summary>The integrator's format; absent: the company's own, else <c>edefter</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>Classes that may be mended: <c>A</c>, or none.</summary>
    public IReadOnlyList<string> RepairClasses { get; init; } = [];

    /// <summary>The person who approves.</summary>
    public string? ApprovedBy { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Whom to tell how it ended: ids of webhooks, or <c>webhook</c> for all of them, besides those that ask for the event.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];
}
