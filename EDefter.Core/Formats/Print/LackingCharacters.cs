using System.Globalization;
using System.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>The characters of a book that its font lacks, with how often each was shown by its code.</summary>
internal sealed class LackingCharacters
{
    private readonly SortedDictionary<int, long> counts = [];

    public void Add(IReadOnlyList<Rune> characters)
    {
        foreach (var character in characters)
            counts[character.Value] = counts.GetValueOrDefault(character.Value) + 1;
    }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<ShownByCode> ToList() => [.. counts.Select(one => new ShownByCode(string.Create(CultureInfo.InvariantCulture, $"U+{one.Key:X4}"), one.Value))];
}
