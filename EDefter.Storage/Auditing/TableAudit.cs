using System.Globalization;
using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Auditing;

/// <summary>
/// Table <c>Audit</c>, a partition per trail: <c>record|{sequence}</c> holds a line to the letter, <c>end</c> the last place. Both are written in one transaction that inserts the records and
/// is conditioned on the head, so that no place is skipped, none is given twice, and none is written over.
/// </summary>
internal sealed class TableAudit(ITable table) : IAuditLog
{
    internal const string Head = "end";
    internal const string Records = "record|";
    private const string HousePartition = "~house";
    internal const string SequenceColumn = "Sequence";
    internal const string HashColumn = "Hash";

    public async Task<Versioned<AuditHead>?> FindHeadAsync(string trail, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition(trail), Head, cancellationToken);
        return row is null ? null : new Versioned<AuditHead>(new AuditHead(row.Number(SequenceColumn), row.Text(HashColumn)), row.ETag);
    }

    public async Task<Versioned<AuditHead>?> AppendAsync(string trail, string? version, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        var partition = Partition(trail);
        var head = new TableRow(partition, Head) { Columns = { [SequenceColumn] = lines[^1].Sequence, [HashColumn] = lines[^1].Hash } };
        var actions = new List<TableAction>(lines.Count + 1) { TableAction.Write(head, version) };
        foreach (var line in lines)
        {
            var row = new TableRow(partition, Key(line.Sequence)) { Columns = { [HashColumn] = line.Hash } };
            TextColumns.Write(row, line.Text);
            actions.Add(TableAction.Insert(row));
        }

        try
        {
            return new Versioned<AuditHead>(new AuditHead(lines[^1].Sequence, lines[^1].Hash), (await table.SubmitAsync(actions, cancellationToken))[0]);
        }
        catch (TableConflictException)
        {
            // Sent again after its answer was lost, it meets what it wrote itself, and perhaps a head that others have moved on since.
            return await StandsAsync(partition, lines[0], cancellationToken) ? await FindHeadAsync(trail, cancellationToken) : null;
        }
    }

    private async Task<bool> StandsAsync(string partition, AuditLine line, CancellationToken cancellationToken) =>
        await table.FindAsync(partition, Key(line.Sequence), cancellationToken) is { } row && string.Equals(row.Text(HashColumn), line.Hash, StringComparison.Ordinal);

    public async IAsyncEnumerable<AuditLine> ReadAsync(string trail, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(new TableRange(Partition(trail), Key(after + 1), Records + "~"), cancellationToken))
            yield return new AuditLine(SequenceOf(row.Key), TextColumns.Read(row), row.Text(HashColumn));
    }

    // An escaped company id has no '~' that is not followed by four digits.
    internal static string Partition(string trail) => trail == AuditTrail.House ? HousePartition : RowKeys.Escape(trail);

    internal static string Key(long sequence) => Records + sequence.ToString("D12", CultureInfo.InvariantCulture);

    // A key that the program did not write stands at no place: the verifier says so.
    private static long SequenceOf(string key) => long.TryParse(key.AsSpan(Records.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : long.MaxValue;
}
