namespace EDefter.Core.Formats;

/// <summary>The form of an XML profile, always UTF-8.</summary>
public sealed record XmlFormat
{
    public bool ByteOrderMark { get; init; }

    /// <summary>Holds exactly one element that is repeated per entry, and in it one that is repeated per line.</summary>
    public required ProfileElement Root { get; init; }
}
