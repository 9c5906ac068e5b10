namespace EDefter.Core.Rehearsal.Schemas;

/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Element">Name of the element or attribute as it is written; null where the document as a whole is meant.</param>
/// <param name="XmlLine">1-based line of the file.</param>
internal sealed record SchemaFault(string Message, string Remedy, string? Element, int XmlLine);
