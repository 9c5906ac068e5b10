using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>The heads of a partition as they were read. A commit holds only while <see cref="YearETag"/> does.</summary>
internal sealed record PartitionState(string Partition)
{
    /// <summary>Null while nothing was ever written to the partition.</summary>
    public string? YearETag { get; init; }

    public string YearKey { get; init; } = LogKeys.Year;

    /// <summary>The last commit.</summary>
    public long Sequence { get; init; }

    public IReadOnlyList<MoveIntent> Moves { get; init; } = [];

    public IReadOnlyDictionary<Period, (MonthHead Head, string ETag)> Heads { get; init; } = new Dictionary<Period, (MonthHead, string)>();

    public MonthHead? Head(Period period) => Heads.TryGetValue(period, out var found) ? found.Head : null;

    public bool IsSealed(Period period) => Head(period)?.IsSealed == true;

    public TableAction WriteYear(long sequence, IReadOnlyList<MoveIntent> moves)
    {
        var row = new TableRow(Partition, YearKey) { Columns = { ["Sequence"] = sequence } };
        if (moves.Count > 0)
            TextColumns.Write(row, StorageJson.Write(moves));
        return TableAction.Write(row, YearETag);
    }

    public TableAction WriteHead(MonthHead head)
    {
        var row = new TableRow(Partition, LogKeys.Head(head.Period));
        TextColumns.Write(row, StorageJson.Write(head));
        return TableAction.Write(row, Heads.TryGetValue(head.Period, out var found) ? found.ETag : null);
    }

    public static async Task<PartitionState> ReadAsync(ITable table, string partition, CancellationToken cancellationToken)
    {
        var state = new PartitionState(partition);
        var heads = new Dictionary<Period, (MonthHead, string)>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Heads), cancellationToken))
        {
            if (LogKeys.IsYear(row.Key))
            {
                var moves = row.Columns.ContainsKey("Json") ? StorageJson.Read<List<MoveIntent>>(TextColumns.Read(row)) : [];
                state = state with { YearKey = row.Key, YearETag = row.ETag, Sequence = row.Number("Sequence"), Moves = moves };
            }
            else
            {
                var head = StorageJson.Read<MonthHead>(TextColumns.Read(row));
                heads[head.Period] = (head, row.ETag);
            }
        }

        return state with { Heads = heads };
    }
}
