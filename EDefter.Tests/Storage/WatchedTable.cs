using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>Somebody else acts right before this reader's n-th look into the table.</summary>
internal sealed class WatchedTable(ITable inner, int before, Func<Task> act) : TableDecorator(inner)
{
    private int looks;

    public bool HasActed => looks >= before;

    public override async Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        await LookAsync();
        return await Inner.FindAsync(partition, row, cancellationToken);
    }

    public override async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await LookAsync();
        await foreach (var row in Inner.QueryAsync(range, cancellationToken))
            yield return row;
    }

    private async Task LookAsync()
    {
        if (++looks == before)
            await act();
    }
}
