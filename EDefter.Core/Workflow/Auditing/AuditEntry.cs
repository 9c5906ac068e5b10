namespace EDefter.Core.Workflow.Auditing;

/// <summary>
/// Something that was done or tried, before it has its place in a trail. Ids and counts only: whoever acted is the key's id, never its name nor the name that a person gave; those stand in the
/// books' own trail, beside the act.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>When it was over; of several tries, the last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The function's name, or <c>job:</c> and the kind of a job that ended.</summary>
    public required string Act { get; init; }

    /// <summary>Method and template of the route; null for a job's end.</summary>
    public string? Route { get; init; }

    /// <summary>Id of the key; null when there was none that is known.</summary>
    public string? Key { get; init; }

    public string? Role { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>The refusal's type, or the type of a fault.</summary>
    public string? Reason { get; init; }

    /// <summary>The first of several tries that are told together; null for a single act.</summary>
    public DateTimeOffset? Since { get; init; }

    public IReadOnlyDictionary<string, string> Ids { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);
}
