using System.Text.Json;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>API.md "Archive".</summary>
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

    /// <summary>Read-only link, good until <see cref="ExpiresAt"/>; absent in lists.</summary>
    public string? Url { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public JsonElement? Manifest { get; init; }
}
