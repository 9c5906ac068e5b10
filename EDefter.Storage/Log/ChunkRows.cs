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

    /// <summary>Changes when the shape of rows or payload does; a reader refuses what it does not know.</summary>
    private const int Format = 1;

    public static IReadOnlyList<TableRow> Write(string partition, ChunkRef chunk, ReadOnlySpan<ChunkRecord> records, ReadOnlySpan<byte> lines)
    {
        using var packed = new MemoryStream();
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

    /// <returns>The payload, and where each record's line lies in it.</returns>
    public static (byte[] Lines, ChunkRecord[] Records, Range[] Places) Read(IReadOnlyList<TableRow> rows)
    {
        var first = rows[0];
        if (first.Number("Format") != Format)
            throw new InvalidDataException($"Chunk {first.Key} has format {first.Number("Format")}, which this version cannot read.");
        using var packed = new MemoryStream((int)first.Number("Packed"));
        foreach (var row in rows)
            ByteColumns.Read(row, packed);
        if (rows.Count != first.Number("Rows") || packed.Length != first.Number("Packed"))
            throw new InvalidDataException($"Chunk {first.Key} is not whole.");
        packed.Position = 0;
        var lines = new byte[first.Number("Raw")];
        using (var inflate = new DeflateStream(packed, CompressionMode.Decompress))
            inflate.ReadExactly(lines);
        var records = ChunkRecord.ReadAll(first.Bytes(RecordsColumn));
        return (lines, records, Places(first.Key, lines, records.Length));
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
