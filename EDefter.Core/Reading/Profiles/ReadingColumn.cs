namespace EDefter.Core.Reading.Profiles;

/// <summary>A column that a reading profile knows.</summary>
public sealed record ReadingColumn
{
    public required ReadingMember Member { get; init; }

    /// <summary>What its header may say, the template's own first. Compared without regard to case, white space and points.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>A table without it is not one of this profile's.</summary>
    public bool Required { get; init; }

    /// <summary>Turkish: what belongs there; for the template.</summary>
    public required string Explanation { get; init; }

    /// <summary>An example; for the template.</summary>
    public string Example { get; init; } = string.Empty;

    /// <summary>The word that the template and the examples use, such as the Turkish one for a kind → the word of the wire. Compared like headers; other texts are kept as they are.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
