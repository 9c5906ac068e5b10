namespace EDefter.Core.Workflow.Ports;

/// <summary>Blobs whose name follows from their content: whoever writes one again writes the same.</summary>
internal static class ContentNamedBlobs
{
    /// <summary>Keeps a snapshot under a name made from its content; one that is there is left as it is.</summary>
    public static async Task KeepAsync(this IBlobs blobs, string name, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await blobs.ExistsAsync(BlobArea.Snapshots, name, cancellationToken))
            return;
        await using var blob = await blobs.CreateAsync(BlobArea.Snapshots, name, contentType, cancellationToken);
        await blob.WriteAsync(content, cancellationToken);
    }
}
