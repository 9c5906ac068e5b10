using System.Buffers;
using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>A partition of the log as it stood after one commit.</summary>
internal sealed class LogSnapshot
{
    /// <summary>What an escaped branch or fiscal year is made of.</summary>
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private readonly ITable table;
    private readonly string partition;
    private readonly List<TableRow> heads = [];
    private readonly HashSet<(string Staging, Period Period)> named = [];
    private readonly HashSet<string> batches = new(StringComparer.Ordinal);
    private readonly HashSet<string> answers = new(StringComparer.Ordinal);
    private long sequence;

    private LogSnapshot(ITable table, string partition)
    {
        this.table = table;
        this.partition = partition;
    }

    public bool IsEmpty => heads.Count == 0;

    /// <summary><c>{branch}/{year}</c>.</summary>
    public string Name => partition[(partition.IndexOf('|', StringComparison.Ordinal) + 1)..].Replace('|', '/');

    public static async Task<LogSnapshot> ReadAsync(ITable table, string partition, CancellationToken cancellationToken)
    {
        var log = new LogSnapshot(table, partition);
        while (!await log.ReadHeadsAsync(cancellationToken))
        {
            // Somebody has committed in between: some of the heads say more than the row that gives the sequence.
        }

        await foreach (var row in table.QueryAsync(log.Commits, cancellationToken))
        {
            var commit = CommitRow.FromRow(row);
            foreach (var staged in commit.Staged)
                log.named.Add((staged.Staging, commit.Period));
            if (commit.Batch is { } batch)
                log.batches.Add(LogKeys.Batch(batch));
        }

        return log;
    }

    /// <returns>Whether all rows stood at one moment: every commit writes the year's row, so it is looked at before their listing and after it.</returns>
    private async Task<bool> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        heads.Clear();
        var before = await FindYearAsync(cancellationToken);
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Heads), cancellationToken))
            heads.Add(WithoutPack(row));
        sequence = before?.Number("Sequence") ?? 0;
        return string.Equals(before?.ETag, (await FindYearAsync(cancellationToken))?.ETag, StringComparison.Ordinal);
    }

    private async Task<TableRow?> FindYearAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(partition, LogKeys.Year, cancellationToken) ?? await table.FindAsync(partition, LogKeys.YearBefore, cancellationToken);

    // Gathered chunks are a second copy and stay behind.
    private static TableRow WithoutPack(TableRow row)
    {
        if (LogKeys.IsYear(row.Key) || StorageJson.Read<MonthHead>(TextColumns.Read(row)) is not { Pack: not null } head)
            return row;
        var plain = new TableRow(row.Partition, row.Key);
        TextColumns.Write(plain, StorageJson.Write(head with { Pack = null }));
        return plain;
    }

    private TableRange Commits => new(partition, LogKeys.Commits, LogKeys.CommitsFrom(sequence + 1));

    /// <summary>Everything but the chunks: heads as they were read first, commits up to theirs, and what goes with them.</summary>
    public async IAsyncEnumerable<byte[]> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var head in heads)
            yield return RowText.Write(head);
        await foreach (var row in table.QueryAsync(Commits, cancellationToken))
            yield return RowText.Write(row);
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Batch(string.Empty)), cancellationToken))
        {
            if (!batches.Contains(row.Key))
                continue;
            if (row.TextOrNull("Answer") is { } answer)
                answers.Add(answer);
            yield return RowText.Write(row);
        }

        foreach (var prefix in (string[])[LogKeys.Answers, LogKeys.Fences, LogKeys.Movings, LogKeys.Notes])
        {
            await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, prefix), cancellationToken))
            {
                if (prefix != LogKeys.Answers || answers.Contains(row.Key.Split('|')[1]))
                    yield return RowText.Write(row);
            }
        }
    }

    public async IAsyncEnumerable<byte[]> ReadChunksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<TableRow>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Chunks) with { RowsAtOnce = ChunkRows.AtOnce }, cancellationToken))
        {
            var (day, staging, number, part) = LogKeys.ParseChunk(row.Key);
            if (part == 0 && chunk.Count > 0)
            {
                yield return ChunkText.Write(chunk);
                chunk.Clear();
            }

            if (named.Contains((staging, new ChunkRef(day, staging, number).Period)))
                chunk.Add(row);
        }

        if (chunk.Count > 0)
            yield return ChunkText.Write(chunk);
    }
}
