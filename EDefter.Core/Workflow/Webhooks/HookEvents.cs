namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The words of the events (docs/webhooks.md). Public: words are added, never changed.</summary>
public static class HookEvents
{
    public const string NumbersGiven = "numbers-given";
    public const string NumbersTakenBack = "numbers-taken-back";
    public const string RepairsApplied = "repairs-applied";
    public const string RepairsUndone = "repairs-undone";
    public const string ArchiveReady = "archive-ready";
    public const string MonthEndDone = "month-end-done";
    public const string MonthEndStopped = "month-end-stopped";
    public const string MonthEndFailed = "month-end-failed";
    public const string DeadlineNear = "deadline-near";
    public const string KeyEnding = "key-ending";
    public const string MonthFiled = "month-filed";
    public const string FilingRevoked = "filing-revoked";

    public static IReadOnlyList<string> All { get; } =
        [NumbersGiven, NumbersTakenBack, RepairsApplied, RepairsUndone, ArchiveReady, MonthEndDone, MonthEndStopped, MonthEndFailed, DeadlineNear, KeyEnding, MonthFiled, FilingRevoked];
}
