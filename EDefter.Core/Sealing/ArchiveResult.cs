using System.Diagnostics.CodeAnalysis;
using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>The manifest of a finished archive, or every value that the format could not hold. In the second case what was written is no archive and must be thrown away.</summary>
public sealed record ArchiveResult
{
    // Invariant: Manifest is null exactly when UnwritableCount > 0.
    public ArchiveManifest? Manifest { get; init; }

    /// <summary>At most the first thousand; <see cref="UnwritableCount"/> says how many there are.</summary>
    public IReadOnlyList<UnwritableValue> Unwritable { get; init; } = [];

    public long UnwritableCount { get; init; }

    [MemberNotNullWhen(true, nameof(Manifest))]
    public bool IsComplete => Manifest is not null;
}
