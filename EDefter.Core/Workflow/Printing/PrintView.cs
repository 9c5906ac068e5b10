using System.Text.Json;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Printing;

/// <summary>A print as callers see it.</summary>
public sealed record PrintView
{
    public required string Id { get; init; }

    public required Period Period { get; init; }

    public required string Book { get; init; }

    public required PrintFormat Format { get; init; }

    public long? FirstPage { get; init; }

    public long? LastPage { get; init; }

    public required IReadOnlyList<PrintFileView> Files { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>It holds the numbers that the month has now; false once they were taken back.</summary>
    public required bool Current { get; init; }

    /// <summary>What a person should know of it, Turkish sentences; null when there is nothing.</summary>
    public IReadOnlyList<string>? Remarks { get; init; }

    /// <summary>Until when the links can be followed; absent in lists, which have none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public JsonElement? Manifest { get; init; }
}
