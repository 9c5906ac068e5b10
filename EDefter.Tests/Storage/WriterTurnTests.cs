using System.Globalization;
using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

public sealed class WriterTurnTests
{
    /// <summary>An ERP that posts voucher by voucher, several at once: whoever waited looks again before writing, and no commit is written in vain.</summary>
    [Fact]
    public async Task Writers_of_one_process_do_not_lose_against_each_other()
    {
        var world = new LogWorld();
        var table = new HeldTable(new MemoryTable());
        var counting = new CountingTable(table);
        var log = world.Open(counting);
        var posts = Enumerable.Range(1, 8).Select(n => world.AppendAsync(log, LogWorld.Voucher(n.ToString(CultureInfo.InvariantCulture), "2025-01-03"))).ToArray();
        Assert.True(table.IsHolding);
        table.Let();
        Assert.All(await Task.WhenAll(posts), result => Assert.Equal(1, result.Stored));
        Assert.Equal(8, (await LogState.ReadAsync(world, log)).Count);
        Assert.Equal(0, counting.Lost);
    }

    [Fact]
    public async Task Nor_does_one_that_deletes()
    {
        var world = new LogWorld();
        var memory = new MemoryTable();
        await world.AppendAsync(world.Open(memory), LogWorld.Voucher("old", "2025-01-03"));
        var table = new HeldTable(memory);
        var counting = new CountingTable(table);
        var log = world.Open(counting);
        var post = world.AppendAsync(log, LogWorld.Voucher("new", "2025-01-03"));
        var deletion = log.DeleteAsync(world.Request(), "old", TestContext.Current.CancellationToken);
        Assert.True(table.IsHolding);
        table.Let();
        Assert.Equal(1, (await post).Stored);
        Assert.Equal(1, (await deletion)!.Stored);
        Assert.Equal(["new"], (await LogState.ReadAsync(world, log)).Keys);
        Assert.Equal(0, counting.Lost);
    }

    private sealed class CountingTable(ITable inner) : TableDecorator(inner)
    {
        public int Lost { get; private set; }

        public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            try
            {
                return await Inner.SubmitAsync(actions, cancellationToken);
            }
            catch (TableConflictException)
            {
                Lost++;
                throw;
            }
        }
    }
}
