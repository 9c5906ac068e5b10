using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>The process dies right after its n-th write: the write stands, its answer is never seen, and nothing happens afterwards.</summary>
internal sealed class DyingTable(ITable inner, int writes) : TableDecorator(inner)
{
    private int left = writes;

    public bool IsDead => left <= 0;

    public override Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        IsDead ? throw new KilledException() : Inner.FindAsync(partition, row, cancellationToken);

    public override IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken) =>
        IsDead ? throw new KilledException() : Inner.QueryAsync(range, cancellationToken);

    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        if (IsDead)
            throw new KilledException();
        var answer = await Inner.SubmitAsync(actions, cancellationToken);
        left--;
        return IsDead ? throw new KilledException() : answer;
    }
}
