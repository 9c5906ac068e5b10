using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>A table that does what another one does, for subclasses that do one thing differently.</summary>
internal abstract class TableDecorator(ITable inner) : ITable
{
    protected ITable Inner { get; } = inner;

    public virtual Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) => Inner.FindAsync(partition, row, cancellationToken);

    public virtual IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken) => Inner.QueryAsync(range, cancellationToken);

    public virtual Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) => Inner.SubmitAsync(actions, cancellationToken);
}
