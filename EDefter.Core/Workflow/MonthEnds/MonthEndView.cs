namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>A month end as the month's view shows it; the whole document is at <c>…/month-end</c>.</summary>
public sealed record MonthEndView(MonthEndOutcome Outcome, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Reason)
{
    public static MonthEndView Of(MonthEndReport report) => new(report.Outcome, report.StartedAt, report.EndedAt, report.Reason);
}
