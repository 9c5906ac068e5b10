namespace EDefter.Core.Formats;

/// <summary>An element of an XML profile: a value, or further elements in the order of the document.</summary>
public sealed record ProfileElement
{
    // Invariant: either Value is set or Children has a member.

    public required string Name { get; init; }

    /// <summary>Attributes with fixed values, such as namespaces.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ProfileColumn? Value { get; init; }

    public IReadOnlyList<ProfileElement> Children { get; init; } = [];

    /// <summary>Written once per entry or per line; null writes it once where it stands.</summary>
    public RowSource? Repeat { get; init; }

    /// <summary>Left out where its value is empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Left out where all of these fields are empty; with none of them it is always written.</summary>
    public IReadOnlyList<CanonicalField> When { get; init; } = [];
}
