namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>The authority's schemas, where the user has provided its package.</summary>
public interface ISchemaJudge
{
    /// <summary>Null when documents are not held against schemas.</summary>
    GibSchemas? Schemas { get; }

    /// <summary>What a report says of it.</summary>
    SchemaStatement Statement { get; }
}
