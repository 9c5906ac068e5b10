using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>What one commit brought to one month.</summary>
internal sealed record CommitRow
{
    public required long Sequence { get; init; }

    public required Period Period { get; init; }

    public required CommitKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string KeyId { get; init; }

    public string? Batch { get; init; }

    /// <summary>In order of application: the vouchers' staging before that of the tombstones.</summary>
    public IReadOnlyList<StagedDays> Staged { get; init; } = [];

    public long Vouchers { get; init; }

    public long Tombstones { get; init; }

    public long? First { get; init; }

    public long? FirstLine { get; init; }

    /// <summary>W3C trace parent of the act, for what is told of it later; absent when nobody recorded it, and in rows older than the word.</summary>
    public string? TraceParent { get; init; }

    public TableRow ToRow(string partition)
    {
        var row = new TableRow(partition, LogKeys.Commit(Sequence, Period))
        {
            Columns =
            {
                ["Kind"] = StorageJson.Write(Kind).Trim('"'),
                ["At"] = At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["By"] = By,
                ["KeyId"] = KeyId,
                ["Vouchers"] = Vouchers,
                ["Tombstones"] = Tombstones,
            },
        };
        if (Batch is not null)
            row.Columns["Batch"] = Batch;
        if (First is { } first)
            row.Columns["First"] = first;
        if (FirstLine is { } firstLine)
            row.Columns["FirstLine"] = firstLine;
        if (TraceParent is not null)
            row.Columns["TraceParent"] = TraceParent;
        TextColumns.Write(row, StorageJson.Write(Staged));
        return row;
    }

    public static CommitRow FromRow(TableRow row)
    {
        var (sequence, period) = LogKeys.ParseCommit(row.Key);
        return new CommitRow
        {
            Sequence = sequence,
            Period = period,
            Kind = StorageJson.Read<CommitKind>('"' + row.Text("Kind") + '"'),
            At = DateTimeOffset.ParseExact(row.Text("At"), "O", System.Globalization.CultureInfo.InvariantCulture),
            By = row.Text("By"),
            KeyId = row.Text("KeyId"),
            Batch = row.TextOrNull("Batch"),
            Staged = StorageJson.Read<List<StagedDays>>(TextColumns.Read(row)),
            Vouchers = row.Number("Vouchers"),
            Tombstones = row.Number("Tombstones"),
            First = row.Columns.ContainsKey("First") ? row.Number("First") : null,
            FirstLine = row.Columns.ContainsKey("FirstLine") ? row.Number("FirstLine") : null,
            TraceParent = row.TextOrNull("TraceParent"),
        };
    }
}
