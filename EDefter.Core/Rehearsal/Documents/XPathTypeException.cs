namespace EDefter.Core.Rehearsal.Documents;

/// <summary>An assert's test cannot be computed on what the document holds; the engine of the authority stops here, so the assert does not hold.</summary>
public sealed class XPathTypeException() : Exception("The expression has no value here.");
