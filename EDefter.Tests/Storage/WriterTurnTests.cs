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
