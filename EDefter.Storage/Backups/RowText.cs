using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>
/// A row as one JSON object: <c>{ "row": key, "columns": { name: value } }</c>. Texts, whole numbers and truth values stand as JSON's own, bytes as
/// <c>{ "base64": … }</c>, instants as <c>{ "at": … }</c>.
/// </summary>
internal static class RowText
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TableRow row)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            json.WriteString("row", row.Key);
            json.WriteStartObject("columns");
            // The identity of the write that a row came with says nothing of the row.
            foreach (var (name, value) in row.Columns.Where(column => column.Key != ReliableTable.Column).OrderBy(column => column.Key, StringComparer.Ordinal))
                Write(json, name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    public static TableRow Read(string partition, JsonElement text)
    {
        var row = new TableRow(partition, text.GetProperty("row").GetString() ?? throw new InvalidDataException("A row has no key."));
        if (row.Key.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new InvalidDataException("A row has a key that none of ours has.");
        foreach (var column in text.GetProperty("columns").EnumerateObject())
        {
            if (!row.Columns.TryAdd(column.Name, Value(column)))
                throw new InvalidDataException($"A row has the column {column.Name} twice.");
        }

        return row;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String("base64", bytes);
                json.WriteEndObject();
                break;
            case DateTimeOffset instant:
                json.WriteStartObject();
                json.WriteString("at", instant);
                json.WriteEndObject();
                break;
            default:
                throw new InvalidDataException($"Column {name} holds {value.GetType().Name}, which no row of this house holds.");
        }
    }

    private static object Value(JsonProperty column) => column.Value.ValueKind switch
    {
        JsonValueKind.String => column.Value.GetString()!,
        JsonValueKind.Number => column.Value.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object when column.Value.TryGetProperty("base64", out var bytes) => bytes.GetBytesFromBase64(),
        JsonValueKind.Object when column.Value.TryGetProperty("at", out var instant) => instant.GetDateTimeOffset(),
        _ => throw new InvalidDataException($"The column {column.Name} of a row cannot be read."),
    };
}
