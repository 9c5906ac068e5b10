using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants;

/// <summary>A table as one process sees it.</summary>
internal sealed class FusedTable(ITable inner, Fuse fuse) : TableDecorator(inner)
{
    public override Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        fuse.Check();
        return base.FindAsync(partition, row, cancellationToken);
    }

    public override IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken)
    {
        fuse.Check();
        return base.QueryAsync(range, cancellationToken);
    }

    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        fuse.Check();
        var answer = await base.SubmitAsync(actions, cancellationToken);
        fuse.Spend();
        return answer;
    }
}
