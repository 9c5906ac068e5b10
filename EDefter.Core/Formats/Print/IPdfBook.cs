using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Formats.Print;

/// <summary>A book whose volumes are taken away as they are finished, so that no more than one stands in memory.</summary>
public interface IPdfBook : IDisposable
{
    /// <summary>Takes the next finished volume away; false while there is none.</summary>
    bool TryTake([NotNullWhen(true)] out PrintedVolume? volume);

    /// <summary>Characters that the font lacks, as far as the book is set; the pages show them by their codes.</summary>
    IReadOnlyList<ShownByCode> ShownByCode { get; }
}
