using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>
/// The laws of Invariants/README.md that the log answers for, as scenarios over any table: they pass over a true one, and each planted mutant
/// (<see cref="Mutants"/>) must make one of them fail.
/// </summary>
internal sealed class LogInvariants(Func<ITable, ITable> plant)
{
    /// <summary>§9.5 and §9.7: received = stored + unchanged + rejected, and what was stored reads back equal, by another process.</summary>
    public async Task WhatIsStoredReadsBackAsync()
    {
        var world = new LogWorld();
        var table = new MemoryTable();
        var vouchers = Enumerable.Range(1, 450).Select(n => LogWorld.Voucher($"f{n}", n % 3 == 0 ? "2025-01-03" : n % 7 == 0 ? "32.13.2025" : "2025-02-14", n)).ToArray();
        var result = await world.AppendAsync(world.Open(plant(table)), vouchers);
        Assert.Equal((450, 450, 0), (result.Received, result.Stored, result.Unchanged));
        AssertSame(Expected(vouchers), await LogState.ReadAsync(world, world.Open(table)));
        var again = await world.AppendAsync(world.Open(plant(table)), vouchers);
        Assert.Equal((450, 0, 450), (again.Received, again.Stored, again.Unchanged));
    }

    /// <summary>§9.3: killed at any write, nothing is half done; asked again, the book is the one of a request that was never killed.</summary>
    public async Task KilledAtAnyWriteAsync()
    {
        for (var writes = 1; ; writes++)
        {
            var world = new LogWorld();
            var table = new MemoryTable();
            var before = await SeedAsync(world, table);
            var request = world.Request(key: "post-7");
            var posted = Posted();
            var dying = new DyingTable(table, writes);
            var isDone = false;
            try
            {
                await world.Open(plant(dying)).AppendAsync(request, LogWorld.Rows(posted), CancellationToken.None);
                isDone = true;
            }
            catch (KilledException)
            {
                AssertPartly(before, posted, await LogState.ReadAsync(world, world.Open(table)));
            }

            var result = await world.Open(plant(table)).AppendAsync(request, LogWorld.Rows(posted), CancellationToken.None);
            Assert.Equal(result.Received, result.Stored + result.Unchanged + result.Rejected.Count);
            AssertSame(After(before, posted), await LogState.ReadAsync(world, world.Open(table)));
            if (isDone)
                return;
        }
    }

    /// <summary>§9.4: whenever another writer comes in between, both are there in the end, or the bound one is told.</summary>
    public async Task InterruptedAtAnyWriteAsync()
    {
        for (var write = 1; ; write++)
        {
            var world = new LogWorld();
            var table = new MemoryTable();
            var before = await SeedAsync(world, table);
            var other = LogWorld.Voucher("öteki", "2025-01-05");
            var interrupted = new InterruptedTable(plant(table), write, () => world.AppendAsync(world.Open(plant(table)), other));
            await world.AppendAsync(world.Open(interrupted), Posted());
            if (!interrupted.HasActed)
                return;
            AssertSame(After(before, [.. Posted(), other]), await LogState.ReadAsync(world, world.Open(table)));
        }
    }

    /// <summary>§9.4: of two acts bound to the same revision exactly one wins, at whatever point the other comes in.</summary>
    public async Task OneOfTwoBoundActsWinsAsync()
    {
        for (var write = 1; ; write++)
        {
            var world = new LogWorld();
            var table = new MemoryTable();
            await world.AppendAsync(world.Open(table), LogWorld.Voucher("a", "2025-01-03"), LogWorld.Voucher("b", "2025-01-04"));
            var expected = new Dictionary<Period, long> { [LogWorld.January] = 1 };
            AppendResult? second = null;
            var interrupted = new InterruptedTable(plant(table), write, async () =>
                second = await LogWorld.SendAsync(world.Open(plant(table)), world.Request(CommitKind.Repair, expected: expected), LogWorld.Voucher("b", "2025-01-04", 2m)));
            var first = await LogWorld.SendAsync(world.Open(interrupted), world.Request(CommitKind.Repair, expected: expected), LogWorld.Voucher("a", "2025-01-03", 1m));
            if (!interrupted.HasActed)
                return;
            Assert.Null(second!.Refusal);
            Assert.Equal("revision-moved", first.Refusal?.Type);
            AssertSame(Expected([LogWorld.Voucher("a", "2025-01-03"), LogWorld.Voucher("b", "2025-01-04", 2m)]), await LogState.ReadAsync(world, world.Open(table)));
        }
    }

    /// <summary>§9.3 between two fiscal years: a voucher that moves is live exactly once, wherever the mover dies, and no month is sealed over it half-way.</summary>
    public async Task MoveKilledAtAnyWriteAsync()
    {
        for (var writes = 1; ; writes++)
        {
            var world = new LogWorld();
            var table = new MemoryTable();
            await world.AppendAsync(world.Open(table), LogWorld.Voucher("gezgin", "2025-01-03"), LogWorld.Voucher("kalan", "2025-01-03"));
            var moved = LogWorld.Voucher("gezgin", "2024-12-31");
            var isDone = false;
            try
            {
                await world.AppendAsync(world.Open(plant(new DyingTable(table, writes))), moved);
                isDone = true;
            }
            catch (KilledException)
            {
                var live = await LogState.ReadAsync(world, world.Open(table));
                Assert.Equal(["gezgin", "kalan"], live.Keys);
            }

            await world.AppendAsync(world.Open(plant(table)), moved);
            AssertSame(Expected([moved, LogWorld.Voucher("kalan", "2025-01-03")]), await LogState.ReadAsync(world, world.Open(table)));
            if (isDone)
                return;
        }
    }

    private static Voucher[] Posted() =>
    [
        .. Enumerable.Range(1, 210).Select(n => LogWorld.Voucher($"yeni{n}", "2025-01-07", n)),
        LogWorld.Voucher("değişen", "2025-01-03", 999m),
        LogWorld.Voucher("taşınan", "2025-03-01"),
        LogWorld.Voucher("geçen yıla", "2024-12-30"),
        LogWorld.Voucher("tarihsize", "yarın"),
        LogWorld.Voucher("tarihliye", "2025-01-09"),
    ];

    private static async Task<SortedDictionary<string, string>> SeedAsync(LogWorld world, ITable table)
    {
        await world.AppendAsync(
            world.Open(table),
            LogWorld.Voucher("değişen", "2025-01-03"),
            LogWorld.Voucher("duran", "2025-01-03"),
            LogWorld.Voucher("taşınan", "2025-02-03"),
            LogWorld.Voucher("geçen yıla", "2025-01-04"),
            LogWorld.Voucher("tarihsize", "2025-01-05"),
            LogWorld.Voucher("tarihliye", "dün"));
        return await LogState.ReadAsync(world, world.Open(table));
    }

    /// <summary>Fiscal year by fiscal year: a partition shows the request's vouchers or those of before, never a part of them.</summary>
    private static void AssertPartly(SortedDictionary<string, string> before, Voucher[] posted, SortedDictionary<string, string> now)
    {
        Assert.True(before.Keys.All(now.ContainsKey), "a voucher is gone");
        var after = After(before, posted);
        var fresh = posted.Where(voucher => !before.ContainsKey(voucher.Id)).Count(voucher => now.ContainsKey(voucher.Id));
        Assert.True(fresh is 0 or 210, $"{fresh} of 210 new vouchers are visible");
        Assert.All(now, pair => Assert.True(pair.Value == before.GetValueOrDefault(pair.Key) || pair.Value == after[pair.Key], "a voucher is neither old nor new"));
    }

    private static SortedDictionary<string, string> After(SortedDictionary<string, string> before, Voucher[] posted)
    {
        var after = new SortedDictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (id, json) in Expected(posted))
            after[id] = json;
        return after;
    }

    public static SortedDictionary<string, string> Expected(IEnumerable<Voucher> vouchers)
    {
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var voucher in vouchers)
            expected[voucher.Id] = System.Text.Encoding.UTF8.GetString(Core.Reading.VoucherJsonWriter.ToBytes(voucher));
        return expected;
    }

    public static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.Equal(expected.Values, actual.Values);
    }
}
