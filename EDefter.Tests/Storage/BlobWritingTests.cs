using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>A blob is there whole or not at all, over Azurite: whoever gives up, or dies in the middle, leaves what was there before.</summary>
public sealed class BlobWritingTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    // More than one block, so that a part of it reaches the storage before the end.
    private const int ManyBytes = 5 * 1024 * 1024;

    private readonly string folder = $"yarim-{Guid.NewGuid():N}";

    private IBlobs Blobs => storage.Get<IBlobs>();

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(10)]
    [InlineData(ManyBytes)]
    public async Task What_was_given_up_is_never_seen(int bytes)
    {
        await GiveUpAsync("yeni", bytes);
        Assert.False(await Blobs.ExistsAsync(BlobArea.Reports, Name("yeni"), None));
        Assert.Null(await Blobs.OpenAsync(BlobArea.Reports, Name("yeni"), None));
        await WriteAsync("eski", "önceki");
        await GiveUpAsync("eski", bytes);
        Assert.Equal("önceki", await ReadAsync("eski"));
    }

    [Fact]
    public async Task What_a_dead_process_left_half_written_is_never_seen_and_in_nobodys_way()
    {
        await WriteAsync("rapor", "önceki");
        _ = await BeginAsync("rapor", ManyBytes);
        Assert.Equal("önceki", await ReadAsync("rapor"));
        await WriteAsync("rapor", "sonraki");
        Assert.Equal("sonraki", await ReadAsync("rapor"));
    }

    [Fact]
    public async Task A_digest_that_was_half_written_is_written_again()
    {
        var book = new BookId(folder, Branch.HeadOffice);
        var digests = new MonthDigests(null!, Blobs, TimeProvider.System);
        var digest = new MonthAggregates().ToDigest(new Period(2025, 1));
        var name = await digests.KeepAsync(book, digest, None);
        await Blobs.DeleteAsync(BlobArea.Snapshots, name, None);
        var half = await Blobs.CreateAsync(BlobArea.Snapshots, name, "application/octet-stream", None);
        await half.WriteAsync(new byte[ManyBytes], None);

        Assert.Equal(name, await digests.KeepAsync(book, digest, None));

        var head = new MonthHead { Period = digest.Period, Revision = 1, Vouchers = 0, Digest = new DigestStamp(1, name) };
        Assert.Equal(MonthDigestFile.Write(digest), MonthDigestFile.Write(await digests.OfAsync(book, LogWorld.Year2025, head, None)));
    }

    private string Name(string name) => $"{folder}/{name}";

    // Never closed, as when the process is gone.
    private async Task<Stream> BeginAsync(string name, int bytes)
    {
        var blob = await Blobs.CreateAsync(BlobArea.Reports, Name(name), "text/plain", None);
        await blob.WriteAsync(new byte[bytes], None);
        return blob;
    }

    private async Task GiveUpAsync(string name, int bytes)
    {
        await using var blob = await BeginAsync(name, bytes);
        Assert.IsAssignableFrom<IAbandonable>(blob).Abandon();
    }

    private async Task WriteAsync(string name, string text)
    {
        await using var blob = await Blobs.CreateAsync(BlobArea.Reports, Name(name), "text/plain", None);
        await blob.WriteAsync(Encoding.UTF8.GetBytes(text), None);
    }

    private async Task<string> ReadAsync(string name)
    {
        await using var blob = await Blobs.OpenAsync(BlobArea.Reports, Name(name), None);
        using var reader = new StreamReader(blob!);
        return await reader.ReadToEndAsync(None);
    }
}
