namespace EDefter.Core.Reading.Tables;

/// <summary>What a <see cref="MarkupScanner"/> stands on.</summary>
internal enum MarkupToken
{
    /// <summary>A start tag; an empty element is one too, and its end follows.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Character data; adjacent to a tag on both sides.</summary>
    Text,

    /// <summary>The end of a document whose elements are all closed.</summary>
    Done,

    /// <summary>Something that the scanner does not know, or that is wrong: the document must be read by an XML reader.</summary>
    Unusual,
}
