namespace EDefter.Core.Formats.Gib;

/// <summary>A signature ready to stand in a document.</summary>
/// <param name="Xml">The whole <c>ds:Signature</c> element, in canonical form.</param>
/// <param name="Value">Base64: a book's value stands in its berat (Teknik Kılavuz 2.3).</param>
public sealed record DocumentSignature(string Xml, string Value);
