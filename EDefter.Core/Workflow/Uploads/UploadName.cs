using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>The blobs of one upload, below its own book.</summary>
public sealed record UploadName(BookId Book, string Id)
{
    /// <summary>What was sent.</summary>
    public string Content => $"{Book}/{Id}";

    /// <summary>What was rejected of it: <see cref="Reading.RejectedRow"/> as gzipped NDJSON.</summary>
    public string Rejected => Content + ".rejected.ndjson.gz";
}
