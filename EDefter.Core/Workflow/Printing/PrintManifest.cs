using EDefter.Core.Formats.Print;
using EDefter.Core.Sealing;

namespace EDefter.Core.Workflow.Printing;

/// <summary>What a print holds, beside its files. Everything but <see cref="Sealed"/> follows from the numbered month and the number of its first page.</summary>
public sealed record PrintManifest
{
    public string Format { get; init; } = "edefter-print/1";

    public required string Id { get; init; }

    public required ManifestSoftware Software { get; init; }

    public required string Company { get; init; }

    public required string Branch { get; init; }

    /// <summary>yyyy-MM.</summary>
    public required string Period { get; init; }

    public required long Revision { get; init; }

    public required string Book { get; init; }

    public required string Kind { get; init; }

    public required ManifestNumbers Numbers { get; init; }

    public long? FirstPage { get; init; }

    public long? LastPage { get; init; }

    public required IReadOnlyList<PrintedFile> Files { get; init; }

    /// <summary>Characters that the font lacks and the pages show by their codes; null when there is none.</summary>
    public IReadOnlyList<ShownByCode>? ShownByCode { get; init; }

    public required ManifestSeal Sealed { get; init; }
}
