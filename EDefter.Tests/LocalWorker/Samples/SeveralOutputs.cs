using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class SeveralOutputs
{
    [HttpResult]
    public required IActionResult Answer { get; init; }

    [QueueOutput("%Name%-orders")]
    public Order? Order { get; init; }

    [QueueOutput("%Name%-words")]
    public string[]? Words { get; init; }

    [QueueOutput("%Name%-nothing")]
    public string? Nothing { get; init; }

    [BlobOutput("%Name%-blobs/bytes/{id}")]
    public byte[]? Bytes { get; init; }

    [BlobOutput("%Name%-blobs/nothing/{id}")]
    public string? NoBlob { get; init; }
}
