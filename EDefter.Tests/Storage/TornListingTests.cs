using System.Text.Json;
using EDefter.Storage.Backups;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>Law 4: a listing of heads comes in pages, and whatever is committed between two of them, nobody commits by heads of two moments, and no backup holds them.</summary>
public sealed class TornListingTests
{
    private const int PagesMost = 60;

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("2025-02-03")]
    [InlineData("2025-01-03")]
    public async Task Two_first_posts_of_one_voucher_leave_one(string otherDate)
    {
        var page = 1;
        while (await IsInterruptedAsync(page, otherDate))
            Assert.InRange(++page, 1, PagesMost);
        Assert.InRange(page, 3, PagesMost);
    }

    [Fact]
    public async Task A_backup_is_the_log_after_one_commit()
    {
        var page = 1;
        while (await IsBackedUpWholeAsync(page))
            Assert.InRange(++page, 1, PagesMost);
        Assert.InRange(page, 3, PagesMost);
    }

    private static async Task<bool> IsInterruptedAsync(int page, string otherDate)
    {
        var (world, table) = (new LogWorld(), new MemoryTable());
        await world.AppendAsync(world.Open(table), LogWorld.Voucher("eski", "2025-01-02"), LogWorld.Voucher("mart", "2025-03-02"));
        var paged = new PagedTable(table, page, () => world.AppendAsync(world.Open(table), LogWorld.Voucher("1", otherDate, 5m)));
        await world.AppendAsync(world.Open(paged), LogWorld.Voucher("1", "2025-01-04", 7m));
        // Reading fails where something is live twice, or a head counts what does not live.
        Assert.Equal(["1", "eski", "mart"], (await LogState.ReadAsync(world, world.Open(table))).Keys);
        return paged.HasActed;
    }

    private static async Task<bool> IsBackedUpWholeAsync(int page)
    {
        var (world, table, restored) = (new LogWorld(), new MemoryTable(), new MemoryTable());
        var partition = LogKeys.Partition(world.Book, LogWorld.Year2025);
        await world.AppendAsync(world.Open(table), LogWorld.Voucher("ocak", "2025-01-02"), LogWorld.Voucher("mart", "2025-03-02"));
        var paged = new PagedTable(table, page, () => world.AppendAsync(world.Open(table), LogWorld.Voucher("ocak", "2025-03-04"), LogWorld.Voucher("şubat", "2025-02-03")));
        var snapshot = Assert.Single(await LogSnapshot.ReadAsync(paged, [partition], None));
        await snapshot.ReadCommitsAsync(None);
        await foreach (var line in snapshot.ReadRowsAsync(None))
            await restored.SubmitAsync([TableAction.Insert(RowText.Read(partition, Parse(line)))], None);
        await foreach (var line in snapshot.ReadChunksAsync(None))
            await restored.SubmitAsync([.. ChunkText.Read(partition, Parse(line)).Select(TableAction.Insert)], None);
        var live = await LogState.ReadAsync(world, world.Open(restored));
        Assert.Contains(string.Join(' ', live.Keys), (string[])["mart ocak", "mart ocak şubat"]);
        return paged.HasActed;
    }

    private static JsonElement Parse(byte[] line) => JsonSerializer.Deserialize<JsonElement>(line);
}
