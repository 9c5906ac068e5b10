using System.Buffers;
using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>A partition of the log as it stood after one commit, with the other partitions of its book at the same moment.</summary>
internal sealed class LogSnapshot
{
    /// <summary>What an escaped branch or fiscal year is made of.</summary>
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private readonly ITable table;
    private readonly string partition;
    private readonly List<TableRow> heads = [];
    private readonly List<TableRow> beside = [];
    private readonly HashSet<(string Staging, Period Period)> named = [];
    private readonly HashSet<string> batches = new(StringComparer.Ordinal);
    private readonly HashSet<string> answers = new(StringComparer.Ordinal);
    private string? version;
    private long sequence;

    private LogSnapshot(ITable table, string partition)
    {
        this.table = table;
        this.partition = partition;
    }

    public bool IsEmpty => heads.Count == 0;

    /// <summary><c>{branch}/{year}</c>.</summary>
    public string Name => partition[(partition.IndexOf('|', StringComparison.Ordinal) + 1)..].Replace('|', '/');

    /// <summary>
    /// The partitions of a book as they stood at one moment. A voucher that moves from one fiscal year to another meanwhile must be in the one or in the other: of two moments, it could be in neither.
    /// </summary>
    public static async Task<IReadOnlyList<LogSnapshot>> ReadAsync(ITable table, IEnumerable<string> partitions, CancellationToken cancellationToken)
    {
        var logs = partitions.Select(partition => new LogSnapshot(table, partition)).ToList();
        for (var moved = logs; moved.Count > 0;)
        {
            foreach (var log in moved)
                await log.ReadHeadsAsync(cancellationToken);
            // Every commit writes the year's row: where none has moved since it was read, all of them stood together at the moment between.
            moved = [];
            foreach (var log in logs)
            {
                if (!string.Equals(log.version, (await log.FindYearAsync(cancellationToken))?.ETag, StringComparison.Ordinal))
                    moved.Add(log);
            }
        }

        return logs;
    }

    /// <summary>Which chunks and answers the commits up to the snapshot's name. Commits only grow, so that it may be asked later.</summary>
    public async Task ReadCommitsAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(Commits, cancellationToken))
        {
            var commit = CommitRow.FromRow(row);
            foreach (var staged in commit.Staged)
                named.Add((staged.Staging, commit.Period));
            if (commit.Batch is { } batch)
                batches.Add(LogKeys.Batch(batch));
        }
    }

    // What is written together with a head is read together with it: a fence whose vouchers are not here would take them out of the year that they left.
    private async Task ReadHeadsAsync(CancellationToken cancellationToken)
    {
        heads.Clear();
        beside.Clear();
        var year = await FindYearAsync(cancellationToken);
        (version, sequence) = (year?.ETag, year?.Number("Sequence") ?? 0);
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Heads), cancellationToken))
            heads.Add(WithoutPack(row));
        foreach (var prefix in (string[])[LogKeys.Fences, LogKeys.Movings, LogKeys.Notes])
        {
            await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, prefix), cancellationToken))
                beside.Add(row);
        }
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

        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Answers), cancellationToken))
        {
            if (answers.Contains(row.Key.Split('|')[1]))
                yield return RowText.Write(row);
        }

        foreach (var row in beside)
            yield return RowText.Write(row);
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
