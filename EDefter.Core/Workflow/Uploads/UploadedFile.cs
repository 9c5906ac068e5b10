using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>The bytes of an upload, unpacked where they are packed (told by the bytes themselves), within the limits of uploads.</summary>
public sealed class UploadedFile(IBlobs blobs, IScratch scratch, UploadName name, string version, long bytes)
{
    private const int PieceBytes = 64 * 1024;

    private Func<long>? countOfWire;

    /// <summary>Bytes of the upload itself that were read by the stream opened last.</summary>
    public long BytesRead => countOfWire?.Invoke() ?? 0;

    public long Bytes => bytes;

    /// <summary>Reads a packed upload once to its end, so that a bomb or a broken one is refused before anything of it is stored.</summary>
    /// <exception cref="BodyTooLargeException">It is too large unpacked.</exception>
    /// <exception cref="InvalidDataException">Its gzip is broken.</exception>
    public async Task VerifyAsync(long unpackedBytesMax, Func<Task> heartbeat, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(unpackedBytesMax, cancellationToken);
        // One that is gone, or another by now, is told of by whoever opens it next.
        if (stream is not { IsPacked: true })
            return;
        var piece = new byte[PieceBytes];
        while (await stream.ReadAsync(piece, cancellationToken) > 0)
            await heartbeat();
    }

    /// <returns>Null when the upload is gone, or another one by now.</returns>
    public async Task<BoundedStream?> OpenAsync(long unpackedBytesMax, CancellationToken cancellationToken)
    {
        if (await blobs.OpenAsync(BlobArea.Uploads, name.Content, version, cancellationToken) is not { } blob)
            return null;
        var start = new byte[2];
        var isGzip = await blob.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken) == start.Length && start is [0x1f, 0x8b];
        blob.Position = 0;
        var wire = new CountingStream(blob);
        countOfWire = () => wire.BytesRead;
        return isGzip ? new BoundedStream(new GZipStream(wire, CompressionMode.Decompress), unpackedBytesMax, wire) : new BoundedStream(wire, unpackedBytesMax);
    }

    /// <summary>The whole of it in a place that can be sought in.</summary>
    public async Task<Stream?> BufferAsync(long unpackedBytesMax, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(unpackedBytesMax, cancellationToken);
        if (stream is null)
            return null;
        var file = scratch.Create();
        try
        {
            await stream.CopyToAsync(file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }
}
