using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The value becomes the content of a blob, replacing it if it is there; null writes nothing. For small things only: the value is held in memory.</summary>
/// <param name="blobPath"><c>container/name</c>; <c>{…}</c> is filled from the message's JSON members or the route, <c>%Setting%</c> from settings.</param>
public sealed class BlobOutputAttribute(string blobPath) : OutputBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that holds the connection string; unset: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
