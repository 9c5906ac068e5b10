using System.Globalization;
using CsCheck;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>A gathered month says what it said before: vouchers, their sequences, kinds and hashes, history, what stood after every commit, and the trail.</summary>
public sealed class CompactionTests
{
    private static readonly VoucherLogOptions Always = new() { Pause = TimeSpan.Zero, LooseChunksMax = -1_000_000 };
    private static readonly string[] Dates = ["2025-01-03", "2025-01-03", "2025-01-04", "2025-02-10"];

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[1, 4], static (what, id, date, amount) => new Step(what, "v" + id.ToString(CultureInfo.InvariantCulture), Dates[date], amount));

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public void Gathering_changes_nothing_that_can_be_read() => Gen.Select(Steps.Array[1, 12], Steps.Array[0, 6], Gen.Int[1, 8]).Sample(
        (before, after, dies) => LiveAsync(before, after, dies).GetAwaiter().GetResult(), iter: 150, threads: 1);

    [Fact]
    public async Task A_month_posted_voucher_by_voucher_is_read_in_few_rows_and_its_history_stays()
    {
        var (world, table) = (new LogWorld(), new MemoryTable());
        var log = world.Open(table);
        for (var n = 0; n < 300; n++)
            await world.AppendAsync(log, LogWorld.Voucher(string.Create(CultureInfo.InvariantCulture, $"v{n % 250}"), "2025-01-03", 1 + n));
        var (loose, before) = await CountAsync(world, table);
        Assert.True(await log.CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None));
        Assert.False(await log.CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None));
        var (gathered, after) = await CountAsync(world, table);
        Assert.Equal(before, after);
        Assert.True(loose > 600, string.Create(CultureInfo.InvariantCulture, $"{loose} rows"));
        Assert.True(gathered < 20, string.Create(CultureInfo.InvariantCulture, $"{gathered} rows"));
        // A process that knew the month as it was, and posts on.
        await world.AppendAsync(log, LogWorld.Voucher("v7", "2025-01-03", 9_999m));
        Assert.True((await CountAsync(world, table)).Rows < 25);
        Assert.Equal(3, (await log.HistoryAsync(world.Book, world.Company, "v7", None)).Count);
    }

    [Fact]
    public async Task The_sweep_takes_gathered_chunks_that_no_head_names_and_no_others()
    {
        var (world, table) = (new LogWorld(), new MemoryTable());
        var log = world.Open(table, Always);
        await world.AppendAsync(log, LogWorld.Voucher("a", "2025-01-03"), LogWorld.Voucher("b", "2025-02-03"));
        await Assert.ThrowsAsync<KilledException>(() => world.Open(new DyingTable(table, 1), Always).CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None));
        for (var n = 0; n < 3; n++)
        {
            await world.AppendAsync(log, LogWorld.Voucher("a", "2025-01-03", 200 + n));
            Assert.True(await log.CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None));
        }

        Assert.Equal(4, await PacksAsync(world, table));
        var later = world.Open(table, Always, new LaterTime(TimeSpan.FromDays(2)));
        await later.SweepAsync(world.Book, LogWorld.Year2025, DateTimeOffset.MaxValue, None);
        // What stands, and what stood just before: somebody may still be reading it.
        Assert.Equal(2, await PacksAsync(world, table));
        Assert.Equal(2, (await LogState.ReadAsync(world, world.Open(table))).Count);
        Assert.Equal(4, (await log.HistoryAsync(world.Book, world.Company, "a", None)).Count);
    }

    private static async Task LiveAsync(Step[] before, Step[] after, int dies)
    {
        var (world, table) = (new LogWorld(), new MemoryTable());
        var (log, other) = (world.Open(table, Always), world.Open(table, Always));
        foreach (var step in before)
            await DoAsync(world, log, step);
        await SayAsync(world, other);
        var said = await SayAsync(world, world.Open(table));
        try
        {
            await world.Open(new DyingTable(table, dies), Always).CompactAsync(world.Book, LogWorld.Year2025, LogWorld.January, default, None);
        }
        catch (KilledException)
        {
            Assert.Equal(said, await SayAsync(world, world.Open(table)));
        }

        foreach (var period in (Core.Companies.Period[])[LogWorld.January, LogWorld.February])
            await log.CompactAsync(world.Book, LogWorld.Year2025, period, default, None);
        foreach (var reader in (VoucherLog[])[log, other, world.Open(table)])
            Assert.Equal(said, await SayAsync(world, reader));
        // Life goes on the same beside a book that was never gathered.
        var (twin, twinTable) = (new LogWorld(), new MemoryTable());
        var twinLog = twin.Open(twinTable);
        foreach (var step in before)
            await DoAsync(twin, twinLog, step);
        foreach (var step in after)
        {
            await DoAsync(world, other, step);
            await DoAsync(twin, twinLog, step);
        }

        await log.SweepAsync(world.Book, LogWorld.Year2025, DateTimeOffset.MaxValue, None);
        var expected = await SayAsync(twin, twin.Open(twinTable));
        foreach (var reader in (VoucherLog[])[log, other, world.Open(table)])
            Assert.Equal(expected, await SayAsync(world, reader));
    }

    private static async Task DoAsync(LogWorld world, VoucherLog log, Step step)
    {
        var voucher = LogWorld.Voucher(step.Id, step.Date, step.Amount);
        if (step.What < 6)
            await world.AppendAsync(log, voucher);
        else if (step.What < 8)
            await log.DeleteAsync(world.Request(CommitKind.Deletion), step.Id, None);
        else
            await LogWorld.SendAsync(log, world.Request(CommitKind.Repair), voucher with { Comment = "onarıldı" });
    }

    private static async Task<IReadOnlyList<string>> SayAsync(LogWorld world, VoucherLog log)
    {
        var lines = (await LogState.ReadAsync(world, log)).Select(live => $"live {live.Key} {live.Value}").ToList();
        await foreach (var day in log.ReadDaysAsync(world.Book, LogWorld.Year2025, LogWorld.Year2025.Start, LogWorld.Year2025.End, None))
            lines.AddRange(day.Vouchers.Select(Told).Order(StringComparer.Ordinal));
        var last = 0L;
        await foreach (var commit in log.ReadCommitsAsync(world.Book, LogWorld.Year2025, after: 0, None))
        {
            lines.Add($"commit {commit.Sequence} {commit.Kind} {string.Join(',', commit.Periods)} {commit.Vouchers} {commit.Tombstones}");
            last = commit.Sequence;
        }

        for (var sequence = 1L; sequence <= last; sequence++)
        {
            await foreach (var day in log.ReadMonthAtAsync(world.Book, LogWorld.Year2025, LogWorld.January, sequence, LogWorld.Year2025.Start, None))
                lines.AddRange(day.Vouchers.Select(stored => $"after {sequence} " + Told(stored)).Order(StringComparer.Ordinal));
            var contents = await log.ReadContentsAsync(world.Book, LogWorld.Year2025, LogWorld.January, sequence, None);
            lines.Add($"contents {contents.Hash} {contents.Sequence} {contents.NewerCount} {contents.Newer?.Id} {contents.Doubled?.Id}");
        }

        for (var n = 1; n <= 5; n++)
        {
            foreach (var version in await log.HistoryAsync(world.Book, world.Company, "v" + n.ToString(CultureInfo.InvariantCulture), None))
                lines.Add($"version v{n} {version.Sequence} {version.Kind} {version.Period} {version.Voucher?.Comment} {version.Voucher?.Lines[0].Debit}");
        }

        return lines;
    }

    private static string Told(StoredVoucher stored) => $"{stored.Voucher.Id} {stored.Sequence} {stored.Kind} {stored.ContentHash}";

    private static async Task<(int Rows, IReadOnlyList<string> Vouchers)> CountAsync(LogWorld world, ITable table)
    {
        var counting = new CountingTable(table);
        var vouchers = new List<string>();
        await foreach (var day in world.Open(counting).ReadDaysAsync(world.Book, LogWorld.Year2025, LogWorld.Year2025.Start, LogWorld.Year2025.End, None))
            vouchers.AddRange(day.Vouchers.Select(Told));
        return (counting.Rows, [.. vouchers.Order(StringComparer.Ordinal)]);
    }

    private static async Task<int> PacksAsync(LogWorld world, ITable table) =>
        await table.QueryAsync(TableRange.Prefix(LogKeys.Partition(world.Book, LogWorld.Year2025), LogKeys.Packs), None).CountAsync();

    private sealed record Step(int What, string Id, string Date, int Amount);

    private sealed class CountingTable(ITable inner) : TableDecorator(inner)
    {
        public int Rows { get; private set; }

        public override async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var row in Inner.QueryAsync(range, cancellationToken))
            {
                Rows++;
                yield return row;
            }
        }
    }
}
