namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>What a report says of the schemas: skipped is not passed.</summary>
/// <param name="Outcome">Whether documents were held against them.</param>
/// <param name="Message">The same in Turkish, with the package's version or the reason.</param>
/// <param name="Package">Null when they were not.</param>
public sealed record SchemaStatement(SchemaOutcome Outcome, string Message, GibPackageFacts? Package);
