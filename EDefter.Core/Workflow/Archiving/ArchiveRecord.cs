using EDefter.Core.Companies;
using EDefter.Core.Sealing;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>The row of an archive: once it stands, the archive exists.</summary>
public sealed record ArchiveRecord
{
    public required string Id { get; init; }

    public required Period Period { get; init; }

    public required string Profile { get; init; }

    /// <summary>File name of the ZIP.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the ZIP, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 over the uncompressed entries, hex: the archive's identity whatever its compression.</summary>
    public required string Content { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Blob of the ZIP.</summary>
    public required string Zip { get; init; }

    /// <summary>Blob of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>Blob of the prints of its entries; null in an archive older than this word.</summary>
    public string? Entries { get; init; }

    /// <summary>What the output rules said when it was made.</summary>
    public IReadOnlyList<ArchiveFinding> Findings { get; init; } = [];

    /// <summary>Blob of the journal it was written from (<see cref="ArchivedJournal"/>); null for archives made before there were any.</summary>
    public string? Journal { get; init; }

    /// <summary>Set for a draft of the authority's documents.</summary>
    public ManifestDraft? Draft { get; init; }

    /// <summary>The chain of the numbers it holds.</summary>
    public required string Chain { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>W3C trace parent of the request that asked for it; null when nobody recorded it.</summary>
    public string? TraceParent { get; init; }
}
