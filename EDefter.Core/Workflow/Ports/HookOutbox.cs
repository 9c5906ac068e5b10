namespace EDefter.Core.Workflow.Ports;

/// <summary>How far a company's events were gathered. It moves in the transaction that brings them, so none is missing and none comes twice.</summary>
public sealed record HookOutbox
{
    /// <summary>Place of the last event; 0 while there is none.</summary>
    public long Last { get; init; }

    /// <summary>What happened before is not told: there was nobody to be told.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>By <c>{branch}|{first day of the fiscal year}</c>: the last commit of the trail that was looked at.</summary>
    public IReadOnlyDictionary<string, long> Places { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}
