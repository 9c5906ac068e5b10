namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>Whether documents were held against the authority's schemas.</summary>
public enum SchemaOutcome
{
    Skipped,
    Ran,
}
