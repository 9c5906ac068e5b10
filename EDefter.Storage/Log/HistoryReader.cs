using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>Every version of one voucher in a partition: all commits and the records of all chunks are looked through, which is dear and rarely asked for.</summary>
internal static class HistoryReader
{
    public static async Task<List<VoucherVersion>> ReadAsync(ITable table, string partition, UInt128 id, CancellationToken cancellationToken)
    {
        var commits = await ReadCommitsAsync(table, partition, cancellationToken);
        var found = new List<(CommitRow Commit, int Rank, ChunkRef Chunk, int Position, ChunkRecord Record)>();
        var range = TableRange.Prefix(partition, LogKeys.Chunks) with { Columns = [ChunkRows.RecordsColumn], RowsAtOnce = ChunkRows.RecordsAtOnce };
        await foreach (var row in table.QueryAsync(range, cancellationToken))
        {
            var (day, staging, number, part) = LogKeys.ParseChunk(row.Key);
            var chunk = new ChunkRef(day, staging, number);
            if (part > 0 || !commits.TryGetValue((staging, chunk.Period), out var commit))
                continue;
            var records = ChunkRecord.ReadAll(row.Bytes(ChunkRows.RecordsColumn));
            for (var position = 0; position < records.Length; position++)
            {
                if (records[position].Id == id && !records[position].IsMoved)
                    found.Add((commit.Row, commit.Rank, chunk, position, records[position]));
            }
        }

        var versions = new List<VoucherVersion>(found.Count);
        foreach (var (commit, _, chunk, position, record) in found.OrderBy(f => f.Commit.Sequence).ThenBy(f => f.Rank).ThenBy(f => f.Chunk.Number).ThenBy(f => f.Position))
        {
            var voucher = record.IsTombstone ? null : await ChunkReader.ReadOneAsync(table, partition, chunk, position, cancellationToken);
            versions.Add(new VoucherVersion(commit.Sequence, record.Kind, commit.At, commit.By, commit.Period == Drawer.Period ? null : commit.Period, voucher));
        }

        return versions;
    }

    private static async Task<Dictionary<(string Staging, Period Period), (CommitRow Row, int Rank)>> ReadCommitsAsync(ITable table, string partition, CancellationToken cancellationToken)
    {
        var commits = new Dictionary<(string, Period), (CommitRow, int)>();
        await foreach (var row in table.QueryAsync(TableRange.Prefix(partition, LogKeys.Commits), cancellationToken))
        {
            var commit = CommitRow.FromRow(row);
            for (var rank = 0; rank < commit.Staged.Count; rank++)
                commits[(commit.Staged[rank].Staging, commit.Period)] = (commit, rank);
        }

        return commits;
    }
}
