using System.Globalization;
using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Keys;

/// <summary>
/// Table <c>ApiKeys</c>, one partition: <c>key|{id}</c> is found with one look, <c>key|{id}|used</c> beside it holds the last use (its own row,
/// so that a use never races with a revocation), <c>list|{company}|{id}</c> leads from the company to its keys, <c>warning|{company}|{id}|{last day}|{step}</c>
/// remembers what was told of their ends.
/// </summary>
internal sealed class TableKeys(ITable table) : IKeys
{
    private const string Partition = "keys";

    public async Task<ApiKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var (row, usedAt) = await ReadAsync(keyId, cancellationToken);
        return row is null ? null : KeyOf(row) with { LastUsedAt = usedAt };
    }

    public async IAsyncEnumerable<ApiKey> ListAsync(string company, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition, ListPrefix(company)), cancellationToken))
        {
            if (await FindAsync(row.Text("Key"), cancellationToken) is { } key)
                yield return key;
        }
    }

    public Task InsertAsync(ApiKey key, CancellationToken cancellationToken) => table.SubmitAsync(Inserted(key), cancellationToken);

    public async Task<bool> ReplaceAsync(ApiKey read, ApiKey changed, ApiKey successor, CancellationToken cancellationToken)
    {
        var (row, _) = await ReadAsync(read.Id, cancellationToken);
        if (row is null || KeyOf(row) != read with { LastUsedAt = null })
            return false;
        try
        {
            await table.SubmitAsync([TableAction.Replace(Row(changed), row.ETag), .. Inserted(successor)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    public async Task<bool> RevokeAsync(string company, string keyId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (row, _) = await ReadAsync(keyId, cancellationToken);
            if (row is null || KeyOf(row) is not { } key || !string.Equals(key.Company, company, StringComparison.Ordinal))
                return false;
            if (key.RevokedAt is not null)
                return true;
            try
            {
                await table.SubmitAsync([TableAction.Replace(Row(key with { RevokedAt = at }), row.ETag)], cancellationToken);
                return true;
            }
            catch (TableConflictException)
            {
                // Somebody else revoked it in between: the next look says so.
            }
        }
    }

    public Task TouchAsync(ApiKey key, DateTimeOffset usedAt, CancellationToken cancellationToken) =>
        table.SubmitAsync([TableAction.Upsert(new TableRow(Partition, UsedKey(key.Id)) { Columns = { ["At"] = usedAt } })], cancellationToken);

    public Task NoteWarningAsync(KeyWarning warning, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition, string.Create(CultureInfo.InvariantCulture, $"{WarningPrefix(warning.Company)}{RowKeys.Escape(warning.KeyId)}|{warning.LastDay:yyyyMMdd}|{warning.Step:D2}"));
        TextColumns.Write(row, StorageJson.Write(warning));
        return table.SubmitAsync([TableAction.Upsert(row)], cancellationToken);
    }

    public async IAsyncEnumerable<KeyWarning> ListWarningsAsync(string company, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition, WarningPrefix(company)), cancellationToken))
            yield return StorageJson.Read<KeyWarning>(TextColumns.Read(row));
    }

    private async Task<(TableRow? Row, DateTimeOffset? UsedAt)> ReadAsync(string keyId, CancellationToken cancellationToken)
    {
        TableRow? found = null;
        DateTimeOffset? usedAt = null;
        await foreach (var row in table.QueryAsync(new TableRange(Partition, Key(keyId), UsedKey(keyId) + "~"), cancellationToken))
        {
            if (string.Equals(row.Key, Key(keyId), StringComparison.Ordinal))
                found = row;
            else if (string.Equals(row.Key, UsedKey(keyId), StringComparison.Ordinal))
                usedAt = row.Instant("At");
        }

        return (found, usedAt);
    }

    private static ApiKey KeyOf(TableRow row) => StorageJson.Read<ApiKey>(TextColumns.Read(row));

    private static IReadOnlyList<TableAction> Inserted(ApiKey key) =>
    [
        TableAction.Insert(Row(key)),
        TableAction.Insert(new TableRow(Partition, ListPrefix(key.Company) + RowKeys.Escape(key.Id)) { Columns = { ["Key"] = key.Id } }),
    ];

    private static TableRow Row(ApiKey key)
    {
        var row = new TableRow(Partition, Key(key.Id));
        TextColumns.Write(row, StorageJson.Write(key with { LastUsedAt = null }));
        return row;
    }

    private static string Key(string keyId) => "key|" + RowKeys.Escape(keyId);

    private static string UsedKey(string keyId) => Key(keyId) + "|used";

    private static string ListPrefix(string company) => "list|" + RowKeys.Escape(company) + "|";

    private static string WarningPrefix(string company) => "warning|" + RowKeys.Escape(company) + "|";
}
