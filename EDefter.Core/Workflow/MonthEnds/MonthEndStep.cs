namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>One step of a month end.</summary>
/// <param name="Step"><c>check</c>, <c>plan</c>, <c>repair</c>, <c>recheck</c>, <c>number</c> or <c>archive</c>.</param>
/// <param name="At">When it ended.</param>
/// <param name="Text">What was done, in Turkish.</param>
public sealed record MonthEndStep(string Step, DateTimeOffset At, string Text)
{
    /// <summary>Counts by name: errors, warnings, changes, vouchers.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The repair run, or the archive.</summary>
    public string? Id { get; init; }
}
