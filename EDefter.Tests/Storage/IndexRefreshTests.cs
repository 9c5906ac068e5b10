using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>A month's index that begins anew with a gathered copy never shows less than it showed before, whoever looks meanwhile and whatever this process commits meanwhile.</summary>
public sealed class IndexRefreshTests
{
    private const int LooksMost = 20;
    private static readonly VoucherLogOptions Always = new() { Pause = TimeSpan.Zero, LooseChunksMax = -1_000_000 };
    private static readonly DateOnly Day = new(2025, 1, 3);

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Whoever_looks_while_a_gathered_month_is_read_sees_all_that_was_seen_before()
    {
        var look = 1;
        while (await IsSeenAsync(look))
            Assert.InRange(++look, 1, LooksMost);
        Assert.InRange(look, 3, LooksMost);
    }

    [Fact]
    public async Task A_commit_of_this_process_that_lands_meanwhile_stays()
    {
        var look = 1;
        while (await IsKeptAsync(look))
            Assert.InRange(++look, 1, LooksMost);
        Assert.InRange(look, 3, LooksMost);
    }

    private static Task<bool> IsSeenAsync(int look) => RefreshAsync(look, static (index, _) => AssertKnown(index, "gathered", "since"), "gathered", "since");

    private static Task<bool> IsKeptAsync(int look) => RefreshAsync(look, static (index, sequence) => index.ApplyOwn(sequence + 1, Own("own")), "gathered", "since", "own");

    // The index knows the month from the log alone. Then the month is gathered by somebody else, up to a commit before the last.
    private static async Task<bool> RefreshAsync(int look, Action<PartitionIndex, long> meanwhile, params string[] known)
    {
        var (world, table) = (new LogWorld(), new MemoryTable());
        var log = world.Open(table, Always);
        await world.AppendAsync(log, LogWorld.Voucher("gathered", "2025-01-03"));
        Assert.True(await log.CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None));
        await world.AppendAsync(log, LogWorld.Voucher("since", "2025-01-03"));
        var sequence = (await log.ReadContentsAsync(world.Book, LogWorld.Year2025, LogWorld.January, after: 0, None)).Sequence;
        var pack = (await log.ReadHeadsAsync(world.Book, LogWorld.Year2025, None))[LogWorld.January].Pack;
        Assert.True(pack!.Sequence < sequence);
        PartitionIndex? index = null;
        var watched = new WatchedTable(table, look, () =>
        {
            if (index!.Count > 0)
                meanwhile(index, sequence);
            return Task.CompletedTask;
        });
        index = new PartitionIndex(watched, LogKeys.Partition(world.Book, LogWorld.Year2025));
        await index.RefreshAsync(new Dictionary<Period, PackStamp?> { [LogWorld.January] = null }, sequence, None);
        var isFirstReading = watched.HasActed;
        await index.RefreshAsync(new Dictionary<Period, PackStamp?> { [LogWorld.January] = pack }, sequence, None);
        AssertKnown(index, isFirstReading ? known[..2] : watched.HasActed ? known : known[..2]);
        // Whatever is read later begins where this ended, and brings nothing back.
        await index.RefreshAsync(new Dictionary<Period, PackStamp?> { [LogWorld.January] = pack }, sequence, None);
        AssertKnown(index, "gathered", "since");
        return watched.HasActed;
    }

    private static void AssertKnown(PartitionIndex index, params string[] ids) =>
        Assert.All(ids, id => Assert.True(index.TryFind(VoucherHash.OfId(id), out _), $"{id} is not seen any more"));

    private static Dictionary<Period, List<StagedChunk>> Own(string id) =>
        new() { [LogWorld.January] = [new StagedChunk(new ChunkRef(Day, "own", 0), [new ChunkRecord { Id = VoucherHash.OfId(id) }])] };
}
