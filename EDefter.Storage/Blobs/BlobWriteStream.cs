using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Blobs;

/// <summary>
/// Writes a blob that is there whole or not at all, and is replaced in one step. The stream of the SDK first puts an empty blob where the old one was:
/// whoever reads meanwhile finds nothing, and a process that dies leaves the nothing behind. Here a small blob is one request, and a large one appears
/// when its list of blocks is committed. Forward only; written when it is disposed, unless a write failed.
/// </summary>
internal sealed class BlobWriteStream(BlockBlobClient blob, BlobHttpHeaders headers) : Stream, IAbandonable
{
    private const int BlockBytes = 4 * 1024 * 1024;
    private readonly MemoryStream block = new();
    private readonly List<string> blocks = [];

    // Two writers of one blob must not take each other's blocks for their own.
    private readonly string identity = Guid.NewGuid().ToString("N");
    private bool hasFailed;
    private bool isAbandoned;
    private bool isEnded;
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <summary>Blocks that were staged are nobody's; the storage drops them after a week.</summary>
    public void Abandon() => isAbandoned = true;

    public override void Flush()
    {
        // What is written stands in memory until its block is full.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (Take(ref buffer))
            StageFullAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Take(ref buffer))
            await StageFullAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!isEnded)
        {
            isEnded = true;
            if (!hasFailed && !isAbandoned)
                await CommitAsync();
            await block.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isEnded)
            DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }

    // Fills the block; true when it is full and something is left.
    private bool Take(ref ReadOnlyMemory<byte> buffer)
    {
        var part = (int)Math.Min(buffer.Length, BlockBytes - block.Length);
        block.Write(buffer.Span[..part]);
        written += part;
        buffer = buffer[part..];
        return buffer.Length > 0;
    }

    private bool Take(ref ReadOnlySpan<byte> buffer)
    {
        var part = (int)Math.Min(buffer.Length, BlockBytes - block.Length);
        block.Write(buffer[..part]);
        written += part;
        buffer = buffer[part..];
        return buffer.Length > 0;
    }

    private async Task StageFullAsync(CancellationToken cancellationToken)
    {
        // Until it stands, a commit would leave a hole where the block is missing.
        hasFailed = true;
        var id = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{identity}{blocks.Count:D6}"));
        block.Position = 0;
        await blob.StageBlockAsync(id, block, cancellationToken: cancellationToken);
        blocks.Add(id);
        block.SetLength(0);
        hasFailed = false;
    }

    private async Task CommitAsync()
    {
        if (blocks.Count == 0)
        {
            block.Position = 0;
            await blob.UploadAsync(block, new BlobUploadOptions { HttpHeaders = headers, TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = BlockBytes, MaximumTransferSize = BlockBytes } });
            return;
        }

        if (block.Length > 0)
            await StageFullAsync(CancellationToken.None);
        await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { HttpHeaders = headers });
    }
}
