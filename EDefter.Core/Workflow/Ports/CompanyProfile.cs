namespace EDefter.Core.Workflow.Ports;

/// <summary>A file format or a way of reading of a company's own. Its contents are kept for good, because archives were made with them.</summary>
public sealed record CompanyProfile
{
    public required string Company { get; init; }

    // A row that says nothing is from the time when there were formats only.
    public CompanyProfileKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Oldest first; the last is the present one.</summary>
    public required IReadOnlyList<CompanyProfileVersion> Versions { get; init; }

    /// <summary>It can no longer be chosen.</summary>
    public bool Deleted { get; init; }
}
