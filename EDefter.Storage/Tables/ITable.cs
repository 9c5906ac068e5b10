namespace EDefter.Storage.Tables;

/// <summary>
/// As much of a storage table as the adapters need. The log's algorithm knows only this, so that a model with the real service's limits, or
/// one that dies at a chosen write, can stand in for it.
/// </summary>
internal interface ITable
{
    /// <summary>Null when there is no such row.</summary>
    Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken);

    /// <summary>The rows of a range, in ordinal order of row keys.</summary>
    IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken);

    /// <summary>All of the actions or none of them.</summary>
    /// <returns>The new ETag for each action, empty for a deletion.</returns>
    /// <exception cref="TableConflictException">A condition did not hold; nothing was written.</exception>
    /// <exception cref="TableLimitException">The service would refuse this transaction whatever the table holds: a bug of the caller.</exception>
    Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken);
}
