using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>What <see cref="WriteArchive"/> leaves behind; nothing when the job has ended.</summary>
public sealed class WrittenArchive
{
    /// <summary>The manifest, into the blob that the order names.</summary>
    [BlobOutput("archives/{manifest}")]
    public string? Manifest { get; init; }

    [QueueOutput("archive-finalise")]
    public string? Order { get; init; }
}
