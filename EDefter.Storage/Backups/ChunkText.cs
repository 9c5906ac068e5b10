using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>
/// A chunk of the log as one JSON object: <c>{ "chunk": key, "records": base64, "vouchers": [ … ] }</c>, a voucher for each record in its canonical form,
/// null where the record is a tombstone.
/// </summary>
internal static class ChunkText
{
    public static byte[] Write(IReadOnlyList<TableRow> rows) => ChunkRows.Read(rows, (lines, records, places) =>
    {
        var text = new ArrayBufferWriter<byte>(lines.Length + 16 * 1024);
        using (var json = new Utf8JsonWriter(text, RowText.Options))
        {
            json.WriteStartObject();
            json.WriteString("chunk", rows[0].Key);
            json.WriteBase64String("records", ChunkRecord.WriteAll(records));
            json.WriteStartArray("vouchers");
            foreach (var place in places)
            {
                if (lines[place].IsEmpty)
                    json.WriteNullValue();
                else
                    json.WriteRawValue(lines[place].Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    });

    public static IReadOnlyList<TableRow> Read(string partition, JsonElement text)
    {
        var key = text.GetProperty("chunk").GetString() ?? string.Empty;
        if (!key.StartsWith(LogKeys.Chunks, StringComparison.Ordinal) || key.Split('|').Length is < 4 or > 5)
            throw new InvalidDataException("A chunk has no key.");
        var (day, staging, number, _) = LogKeys.ParseChunk(key);
        var records = ChunkRecord.ReadAll(text.GetProperty("records").GetBytesFromBase64());
        var vouchers = text.GetProperty("vouchers");
        if (vouchers.GetArrayLength() != records.Length)
            throw new InvalidDataException("A chunk has other vouchers than records.");
        var lines = new ArrayBufferWriter<byte>();
        foreach (var (voucher, record) in vouchers.EnumerateArray().Zip(records))
        {
            if (record.IsTombstone != (voucher.ValueKind == JsonValueKind.Null))
                throw new InvalidDataException("A chunk has a voucher that is deleted, or none where one stands.");
            if (!record.IsTombstone)
                Write(lines, JsonMarshal.GetRawUtf8Value(voucher));
            lines.Write("\n"u8);
        }

        using var packed = new MemoryStream();
        return ChunkRows.Write(partition, new ChunkRef(day, staging, number), records, lines.WrittenSpan, packed);
    }

    // A voucher that nobody can read would close the whole day.
    private static void Write(ArrayBufferWriter<byte> lines, ReadOnlySpan<byte> voucher)
    {
        VoucherJsonParser.Parse(voucher);
        lines.Write(voucher);
    }
}
