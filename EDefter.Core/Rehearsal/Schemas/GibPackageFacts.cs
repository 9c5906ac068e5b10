namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>Which package of the authority a document was compared with. Its files carry no version, so it is known by its content.</summary>
/// <param name="Name">Of the folder or ZIP that was given.</param>
/// <param name="Version">Of the authority's packages that we know; null for another.</param>
/// <param name="Schemas">SHA-256 over names and texts of the schemas.</param>
/// <param name="Rules">SHA-256 over names and texts of the Schematron rules; null when there are none.</param>
/// <param name="RulesAreKnown">The rules are those that our own checks were written after.</param>
public sealed record GibPackageFacts(string Name, string? Version, string Schemas, string? Rules, bool RulesAreKnown);
