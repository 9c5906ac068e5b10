namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>What the authority's schema says of one document.</summary>
public enum SchemaVerdict
{
    /// <summary>It was not asked, or the document could not be read to its end.</summary>
    Skipped,
    Passed,
    Failed,
}
