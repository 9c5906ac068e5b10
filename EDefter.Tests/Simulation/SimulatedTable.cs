using System.Runtime.CompilerServices;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Simulation;

/// <summary>A table at the end of a process's line.</summary>
internal sealed class SimulatedTable(ITable inner, StorageLine line, Random random) : ITable
{
    public Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.FindAsync(partition, row, cancellationToken), isWrite: false);

    public async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await line.CallAsync(() => ReadAsync(range, cancellationToken), isWrite: false).ConfigureAwait(false);
            // The service may end a page wherever it likes; what comes after it is read when it is asked for.
            var page = line.Weather.TornPages && random.Next(3) == 0 ? rows.Take(1 + random.Next(6)).ToList() : rows;
            foreach (var row in page)
                yield return row;
            if (page.Count == rows.Count)
                yield break;
            range = range with { From = page[^1].Key + '\0' };
        }
    }

    public Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.SubmitAsync(actions, cancellationToken), isWrite: true);

    private async Task<List<TableRow>> ReadAsync(TableRange range, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        await foreach (var row in inner.QueryAsync(range, cancellationToken).ConfigureAwait(false))
            rows.Add(row);
        return rows;
    }
}
