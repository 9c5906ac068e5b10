namespace EDefter.Storage.Tables;

/// <summary>
/// Makes a repeated transaction find itself. The SDK sends a transaction again when its answer was lost on the way; the second one then
/// meets what the first one wrote and is told of a conflict. Every row therefore carries the identity of the write it came with, and a
/// conflict is believed only when the rows in the table are not this very write's.
/// </summary>
internal sealed class ReliableTable(ITable inner, Func<Guid> newIdentity) : ITable
{
    internal const string Column = "Write";

    public Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) => inner.FindAsync(partition, row, cancellationToken);

    public IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken) => inner.QueryAsync(range, cancellationToken);

    public async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        var write = newIdentity().ToString("N");
        foreach (var action in actions)
        {
            if (action.Kind != TableActionKind.Delete)
                action.Row.Columns[Column] = write;
        }

        try
        {
            return await inner.SubmitAsync(actions, cancellationToken);
        }
        catch (TableConflictException)
        {
            if (await FindOwnWriteAsync(actions, write, cancellationToken) is { } etags)
                return etags;
            throw;
        }
    }

    private async Task<IReadOnlyList<string>?> FindOwnWriteAsync(IReadOnlyList<TableAction> actions, string write, CancellationToken cancellationToken)
    {
        var etags = new string[actions.Count];
        var own = false;
        for (var i = 0; i < actions.Count; i++)
        {
            var row = await inner.FindAsync(actions[i].Row.Partition, actions[i].Row.Key, cancellationToken);
            if (actions[i].Kind == TableActionKind.Delete)
            {
                if (row is not null)
                    return null;
                etags[i] = string.Empty;
                continue;
            }

            if (!string.Equals(row?.TextOrNull(Column), write, StringComparison.Ordinal))
                return null;
            etags[i] = row!.ETag;
            own = true;
        }

        // Deletions alone carry no identity: rows that are gone may be anybody's work.
        return own ? etags : null;
    }
}
