using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace EDefter.Storage.Tables;

/// <summary>A table of Azure Table storage (or Azurite).</summary>
internal sealed class AzureTable(TableClient client, StorageSetup setup) : ITable
{
    public async Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        // Callers choose texts that become keys. The service does not answer "not found" to one that no row can have: it refuses the request.
        if (!RowLimits.MayBeKey(partition) || !RowLimits.MayBeKey(row))
            return null;
        await setup.ReadyAsync(cancellationToken);
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, row, select: null, cancellationToken);
        return answer.HasValue ? FromEntity(answer.Value!) : null;
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {range.Partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
        IEnumerable<string>? select = range.Columns is null ? null : ["PartitionKey", "RowKey", "Timestamp", .. range.Columns];
        await foreach (var entity in client.QueryAsync<TableEntity>(filter, range.RowsAtOnce, select, cancellationToken))
            yield return FromEntity(entity);
    }

    public async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        BatchPlanner.Verify(actions);
        await setup.ReadyAsync(cancellationToken);
        try
        {
            var answer = await client.SubmitTransactionAsync(actions.Select(ToTransactionAction), cancellationToken);
            return [.. answer.Value.Select(response => response.Headers.ETag?.ToString() ?? string.Empty)];
        }
        catch (RequestFailedException exception) when (IsConflict(exception))
        {
            throw new TableConflictException("Another writer came first: " + exception.ErrorCode, exception);
        }
    }

    private static bool IsConflict(RequestFailedException exception) => exception.Status switch
    {
        412 => true,
        409 => exception.ErrorCode != TableErrorCode.TableBeingDeleted,
        404 => exception.ErrorCode != TableErrorCode.TableNotFound,
        _ => false,
    };

    private static TableTransactionAction ToTransactionAction(TableAction action)
    {
        var entity = new TableEntity(action.Row.Partition, action.Row.Key);
        foreach (var (name, value) in action.Row.Columns)
            entity[name] = value;
        return action.Kind switch
        {
            TableActionKind.Insert => new TableTransactionAction(TableTransactionActionType.Add, entity),
            TableActionKind.Replace => new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, new ETag(action.ETag)),
            TableActionKind.Upsert => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity),
            TableActionKind.Delete => new TableTransactionAction(TableTransactionActionType.Delete, entity, new ETag(action.ETag)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, message: null),
        };
    }

    private static TableRow FromEntity(TableEntity entity)
    {
        var row = new TableRow(entity.PartitionKey, entity.RowKey) { ETag = entity.ETag.ToString(), Timestamp = entity.Timestamp ?? default };
        foreach (var (name, value) in entity)
        {
            if (name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal) || value is null)
                continue;
            row.Columns[name] = value switch
            {
                BinaryData bytes => bytes.ToArray(),
                DateTime instant => new DateTimeOffset(instant),
                _ => value,
            };
        }

        return row;
    }
}
