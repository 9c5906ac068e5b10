using System.Globalization;

namespace EDefter.Core.Reading;

/// <summary>Where a row stood in what was sent ("satır 17", "öğe 3"). Put into words only where somebody asks: of a million rows, that were taken, nobody does.</summary>
/// <param name="Word">What is counted, or the whole place.</param>
/// <param name="Number">From 1; 0 where the word is the place.</param>
public readonly record struct RowPlace(string Word, long Number = 0)
{
    public override string ToString() => Number == 0 ? Word : string.Create(CultureInfo.InvariantCulture, $"{Word} {Number}");
}
