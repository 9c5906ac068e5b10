using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>Vouchers out of chunks.</summary>
internal static class ChunkReader
{
    /// <summary>All vouchers of a chunk without tombstones, in order.</summary>
    public static async Task<Voucher[]> ReadAsync(ITable table, string partition, ChunkRef chunk, CancellationToken cancellationToken)
    {
        var rows = await FetchAsync(table, partition, chunk, cancellationToken);
        return ChunkRows.Read(rows, static (lines, _, places) => Array.ConvertAll(places, place => VoucherJsonParser.Parse(lines.Span[place])));
    }

    public static async Task<Voucher> ReadOneAsync(ITable table, string partition, ChunkRef chunk, int position, CancellationToken cancellationToken)
    {
        var rows = await FetchAsync(table, partition, chunk, cancellationToken);
        return ChunkRows.Read(rows, (lines, _, places) => VoucherJsonParser.Parse(lines.Span[places[position]]));
    }

    /// <summary>The winners of one chunk whose rows were fetched.</summary>
    public static StoredVoucher[] ReadWinners(IReadOnlyList<TableRow> rows, IReadOnlyList<Winner> winners) => ChunkRows.Read(rows, (lines, records, places) =>
    {
        var vouchers = new StoredVoucher[winners.Count];
        for (var i = 0; i < vouchers.Length; i++)
        {
            var record = RecordOf(winners[i], records, rows);
            vouchers[i] = new StoredVoucher(VoucherJsonParser.Parse(lines.Span[places[winners[i].Position]]), record.Sequence, record.Kind, VoucherHash.ToText(record.Content));
        }

        return vouchers;
    });

    /// <summary>The winners of one chunk as they lie in it, each with the sequence that it came with.</summary>
    public static IReadOnlyList<(byte[] Json, ChunkRecord Record)> CopyWinners(IReadOnlyList<TableRow> rows, IReadOnlyList<Winner> winners) =>
        ChunkRows.Read(rows, (lines, records, places) => winners.Select(winner => (lines[places[winner.Position]].ToArray(), RecordOf(winner, records, rows))).ToList());

    private static ChunkRecord RecordOf(Winner winner, ChunkRecord[] records, IReadOnlyList<TableRow> rows)
    {
        var record = records[winner.Position];
        return Winner.CheckOf(record.Id, record.Content) == winner.Check
            ? record with { Sequence = winner.Sequence }
            : throw new InvalidDataException($"Chunk {rows[0].Key} holds another voucher than the index says.");
    }

    private static async Task<List<TableRow>> FetchAsync(ITable table, string partition, ChunkRef chunk, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(1);
        await foreach (var row in table.QueryAsync(new TableRange(partition, chunk.Key, LogKeys.ChunkPart(chunk.Key, 999) + "~"), cancellationToken))
            rows.Add(row);
        return rows.Count > 0 ? rows : throw new InvalidDataException($"The log of {partition} misses chunk {chunk.Key}.");
    }
}
