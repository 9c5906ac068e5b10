using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Storage.Log;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>Law 3: two first posts of one id that are dated in two fiscal years, at the same moment, leave one voucher.</summary>
public sealed class DoubledVoucherTests
{
    // A post stages its chunk first, and commits second.
    private const int CommitWrite = 2;

    private readonly LogWorld world = new();
    private readonly MemoryTable table = new();

    private static readonly Voucher InDecember = LogWorld.Voucher("1", "2024-12-30", 5m);
    private static readonly Voucher InJanuary = LogWorld.Voucher("1", "2025-01-03", 7m);
    private static readonly Voucher Other = LogWorld.Voucher("2", "2024-12-30");

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Of_two_first_posts_into_two_fiscal_years_the_later_commit_stays()
    {
        var answer = await world.AppendAsync(SlowLog(InDecember, Other), InJanuary);
        Assert.Equal((1, 1), (answer.Received, answer.Stored));
        await AssertOneAsync(InJanuary, december: 1, january: 1);
    }

    [Fact]
    public async Task The_same_into_the_earlier_fiscal_year()
    {
        await world.AppendAsync(SlowLog(InJanuary, Other), InDecember);
        await AssertOneAsync(InDecember, december: 2, january: 0);
    }

    [Fact]
    public async Task The_same_into_the_drawer()
    {
        var undated = LogWorld.Voucher("1", "bugün");
        await world.AppendAsync(SlowLog(InJanuary, Other), undated);
        await AssertOneAsync(undated, december: 1, january: 0);
    }

    [Fact]
    public async Task What_was_sealed_in_between_keeps_the_voucher()
    {
        var log = world.Open(new InterruptedTable(table, CommitWrite, PostAndNumberAsync));
        await world.AppendAsync(log, InJanuary);
        await AssertOneAsync(InDecember, december: 2, january: 0);

        async Task PostAndNumberAsync()
        {
            var elsewhere = world.Open(table);
            await world.AppendAsync(elsewhere, InDecember, Other);
            Assert.False((await world.NumberAsync(elsewhere, new Period(2024, 12))).IsRefused);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("k-1")]
    public async Task Whoever_died_before_looking_looks_when_he_asks_again(string? key)
    {
        var request = world.Request(key: key);
        var dying = world.Open(new DyingTable(Interrupted(InDecember, Other), CommitWrite));
        await Assert.ThrowsAsync<KilledException>(() => LogWorld.SendAsync(dying, request, InJanuary));
        await LogWorld.SendAsync(world.Open(table), request, InJanuary);
        await AssertOneAsync(InJanuary, december: 1, january: 1);
    }

    private VoucherLog SlowLog(params Voucher[] others) => world.Open(Interrupted(others));

    // Right before the commit of one post, another one goes the whole way.
    private InterruptedTable Interrupted(params Voucher[] others) => new(table, CommitWrite, () => world.AppendAsync(world.Open(table), others));

    private async Task AssertOneAsync(Voucher expected, long december, long january)
    {
        var log = world.Open(table);
        LogInvariants.AssertSame(LogInvariants.Expected([expected, Other]), await LogState.ReadAsync(world, log));
        Assert.Equal(expected.Date, (await log.FindAsync(world.Book, world.Company, "1", None))!.Voucher.Date);
        Assert.Equal((december, january), (await CountAsync(log, new Period(2024, 12)), await CountAsync(log, LogWorld.January)));
    }

    private async Task<long> CountAsync(VoucherLog log, Period period) =>
        (await log.ReadHeadsAsync(world.Book, period.Year == 2024 ? LogWorld.Year2024 : LogWorld.Year2025, None)).GetValueOrDefault(period)?.Vouchers ?? 0;
}
