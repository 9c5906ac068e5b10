namespace EDefter.Core.Companies;

/// <summary>The document type (a word of the wire), and for <c>other</c> the document's name.</summary>
public sealed record ModuleDocument
{
    public required string Type { get; init; }

    public string? TypeDescription { get; init; }
}
