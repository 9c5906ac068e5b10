using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Sealing;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>An archive on the wire.</summary>
public sealed record ArchiveView
{
    public required string Id { get; init; }

    public required Period Period { get; init; }

    public required string Profile { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required string Content { get; init; }

    public required long Bytes { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>It holds the numbers that the month has now; false once they were taken back.</summary>
    public required bool Current { get; init; }

    /// <summary>What the output rules said when it was made: nothing that stops it, everything that its reader should know.</summary>
    public required IReadOnlyList<ArchiveFinding> Findings { get; init; }

    /// <summary>Set for a draft of the authority's documents: nobody has signed it, and the month is not archived by it.</summary>
    public ManifestDraft? Draft { get; init; }

    /// <summary>Read-only link, good until <see cref="ExpiresAt"/>; absent in lists.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public JsonElement? Manifest { get; init; }
}
