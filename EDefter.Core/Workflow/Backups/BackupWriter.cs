using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace EDefter.Core.Workflow.Backups;

/// <summary>Writes a backup's ZIP forward only, entry by entry, and its manifest last.</summary>
internal sealed class BackupWriter(Stream output, string company) : IAsyncDisposable
{
    private const int PieceBytes = 128 * 1024;
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> entries = [];

    public int Entries => entries.Count;

    /// <param name="name">Of the entry.</param>
    /// <param name="lines">The text, line by line.</param>
    /// <param name="tell">Is called for every line: a fiscal year's vouchers are one text, and take minutes.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async Task AddAsync(string name, IAsyncEnumerable<byte[]> lines, Func<Task> tell, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        await using (var entry = Begin(name, CompressionLevel.Fastest))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken))
            {
                await WriteAsync(entry, hash, line, cancellationToken);
                await WriteAsync(entry, hash, "\n"u8.ToArray(), cancellationToken);
                bytes += line.Length + 1;
                await tell();
            }
        }

        entries.Add(new BackupEntry(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    // Blobs are packed already, nearly all of them.
    public async Task AddAsync(string name, Stream blob, string? contentType, Func<Task> tell, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        await using (var entry = Begin(name, CompressionLevel.NoCompression))
        {
            var piece = new byte[PieceBytes];
            int read;
            while ((read = await blob.ReadAsync(piece, cancellationToken)) > 0)
            {
                await WriteAsync(entry, hash, piece.AsMemory(0, read), cancellationToken);
                bytes += read;
                await tell();
            }
        }

        entries.Add(new BackupEntry(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), contentType));
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await using (var entry = Begin(BackupManifest.EntryName, CompressionLevel.Fastest))
            await JsonSerializer.SerializeAsync(entry, new BackupManifest(BackupManifest.FormatOne, company, entries), WireJson.Options, cancellationToken);
        await zip.DisposeAsync();
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private Stream Begin(string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = ZipTime;
        return entry.Open();
    }

    private static async Task WriteAsync(Stream entry, IncrementalHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        hash.AppendData(bytes.Span);
        await entry.WriteAsync(bytes, cancellationToken);
    }
}
