using EDefter.Storage.Tables;

namespace EDefter.Benchmarks;

/// <summary>A table that takes every row and keeps none: it is always empty.</summary>
internal sealed class ForgettingTable : ITable
{
    private long rows;

    /// <summary>Bytes in binary columns of the rows taken.</summary>
    public long Bytes { get; private set; }

    public Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) => Task.FromResult<TableRow?>(null);

    public IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken) => AsyncEnumerable.Empty<TableRow>();

    public Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        foreach (var action in actions)
            Bytes += action.Row.Columns.Values.OfType<byte[]>().Sum(static bytes => (long)bytes.Length);
        rows += actions.Count;
        return Task.FromResult<IReadOnlyList<string>>([.. actions.Select(_ => Arguments.Text(rows))]);
    }
}
