using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>What a check of the authority's files found.</summary>
/// <param name="Documents">In the order they were read.</param>
/// <param name="Ignored">Files that carry no official name, and so were not judged.</param>
/// <param name="Schema">Whether the documents were held against the authority's schemas, and of which package.</param>
public sealed record GibCheckReport(IReadOnlyList<GibCheckedDocument> Documents, IReadOnlyList<string> Ignored, SchemaStatement Schema)
{
    /// <summary>Nothing was found, and something was checked.</summary>
    public bool IsClean => Documents.Count > 0 && Documents.All(document => document.FindingCount == 0);
}
