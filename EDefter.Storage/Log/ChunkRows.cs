using System.Buffers;
using System.IO.Compression;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// A chunk's rows. The first row: <c>Format</c>, <c>Records</c> (<see cref="ChunkRecord"/>), <c>Raw</c> and <c>Packed</c> lengths, <c>Rows</c>, and the
/// payload: canonical JSON of the vouchers, one a line (an empty line for a tombstone), deflated. A payload that one row cannot hold goes on in further rows.
/// </summary>
internal static class ChunkRows
{
    public const string RecordsColumn = "Records";

    /// <summary>
    /// Chunks that one answer brings: of a month's vouchers, below 2 MB of it. The client holds each answer several times over, as bytes, as text and as columns, in buffers
    /// of the next power of two that it keeps.
    /// </summary>
    public const int AtOnce = 24;

    /// <summary>As <see cref="AtOnce"/>, where their records alone are asked for.</summary>
    public const int RecordsAtOnce = 96;

    /// <summary>Changes when the shape of rows or payload does; a reader refuses what it does not know.</summary>
    private const int Format = 1;

    /// <param name="partition">Of the log.</param>
    /// <param name="chunk">Its key.</param>
    /// <param name="records">One for every line.</param>
    /// <param name="lines">The payload before it is deflated.</param>
    /// <param name="packed">Room to deflate into; what stood in it is overwritten.</param>
    public static IReadOnlyList<TableRow> Write(string partition, ChunkRef chunk, ReadOnlySpan<ChunkRecord> records, ReadOnlySpan<byte> lines, MemoryStream packed)
    {
        packed.SetLength(0);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(lines);
        var payload = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var rows = new TableRow[ByteColumns.RowsFor(payload.Length)];
        for (var n = 0; n < rows.Length; n++)
        {
            rows[n] = new TableRow(partition, LogKeys.ChunkPart(chunk.Key, n));
            ByteColumns.Write(rows[n], payload, n);
        }

        rows[0].Columns["Format"] = Format;
        rows[0].Columns["Rows"] = rows.Length;
        rows[0].Columns["Raw"] = lines.Length;
        rows[0].Columns["Packed"] = payload.Length;
        rows[0].Columns[RecordsColumn] = ChunkRecord.WriteAll(records);
        return rows;
    }

    /// <summary>Hands a chunk to a reader: its payload, its records, and where each record's line lies. The payload is lent for the call alone.</summary>
    public static T Read<T>(IReadOnlyList<TableRow> rows, Func<ReadOnlyMemory<byte>, ChunkRecord[], Range[], T> read)
    {
        var first = rows[0];
        if (first.Number("Format") != Format)
            throw new InvalidDataException($"Chunk {first.Key} has format {first.Number("Format")}, which this version cannot read.");
        // A payload of some hundred kilobytes for each of a month's thousands of chunks: lent out, it burdens the collector with one.
        var (packedBytes, rawBytes) = ((int)first.Number("Packed"), (int)first.Number("Raw"));
        var (packed, raw) = (ArrayPool<byte>.Shared.Rent(packedBytes), ArrayPool<byte>.Shared.Rent(rawBytes));
        try
        {
            Gather(rows, packed.AsSpan(0, packedBytes));
            using (var inflate = new DeflateStream(new MemoryStream(packed, 0, packedBytes), CompressionMode.Decompress))
                inflate.ReadExactly(raw.AsSpan(0, rawBytes));
            var records = ChunkRecord.ReadAll(first.Bytes(RecordsColumn));
            return read(raw.AsMemory(0, rawBytes), records, Places(first.Key, raw.AsSpan(0, rawBytes), records.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
            ArrayPool<byte>.Shared.Return(raw);
        }
    }

    private static void Gather(IReadOnlyList<TableRow> rows, Span<byte> packed)
    {
        if (rows.Count != rows[0].Number("Rows") || rows.Sum(ByteColumns.Length) != packed.Length)
            throw new InvalidDataException($"Chunk {rows[0].Key} is not whole.");
        foreach (var row in rows)
            packed = packed[ByteColumns.Read(row, packed)..];
    }

    private static Range[] Places(string key, ReadOnlySpan<byte> lines, int count)
    {
        var places = new Range[count];
        var at = 0;
        for (var n = 0; n < count; n++)
        {
            var length = lines[at..].IndexOf((byte)'\n');
            if (length < 0)
                throw new InvalidDataException($"Chunk {key} has fewer vouchers than records.");
            places[n] = at..(at + length);
            at += length + 1;
        }

        if (at != lines.Length)
            throw new InvalidDataException($"Chunk {key} has more vouchers than records.");
        return places;
    }
}
