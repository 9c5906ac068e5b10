using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>
/// What an archive holds, said once and for good. Lies beside the ZIP as JSON (<see cref="ManifestJson"/>). Everything but
/// <see cref="Sealed"/> follows from the journal, the profile and the writers' version; amounts, hashes and dates are text.
/// </summary>
public sealed record ArchiveManifest
{
    public const string FormatName = "edefter-manifest/1";

    public string Format { get; init; } = FormatName;

    /// <summary><see cref="ArchiveIdentity"/>.</summary>
    public required string Id { get; init; }

    public required ManifestSoftware Software { get; init; }

    public required ManifestProfile Profile { get; init; }

    /// <summary>The company's id, as in URLs; never its tax number.</summary>
    public required string Company { get; init; }

    public required string Branch { get; init; }

    /// <summary>yyyy-MM.</summary>
    public required string Period { get; init; }

    public required long Revision { get; init; }

    public required ManifestNumbers Numbers { get; init; }

    /// <summary>Set for a draft of the authority's documents, which nobody has signed.</summary>
    public ManifestDraft? Draft { get; init; }

    /// <summary>In the order they stand in the ZIP; a file inside a ZIP of the ZIP is named <c>folder/inner.zip/file</c>.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>Hash over the files' names and contents (<see cref="ContentListing"/>): the archive's identity, whatever its compression.</summary>
    public required string Content { get; init; }

    public required ManifestZip Zip { get; init; }

    /// <summary>What explanatory texts underwent to fit the format.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>What the output rules say of it; follows from the journal and the profile like all the rest.</summary>
    public IReadOnlyList<ArchiveFinding> Findings { get; init; } = [];

    /// <summary>Who and when: set only in the copy that lies beside the ZIP, never inside it.</summary>
    public ManifestSeal? Sealed { get; init; }
}
