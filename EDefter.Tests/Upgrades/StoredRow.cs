using System.Text.Json;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Upgrades;

/// <summary>A row as it lies in a table, as a line of JSON: its ETag, which other documents may name; numbers keep whether they are int or long, bytes stand in base64.</summary>
internal static class StoredRow
{
    public static string Write(string table, TableRow row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("partition", row.Partition);
            json.WriteString("key", row.Key);
            json.WriteString("etag", row.ETag);
            json.WriteStartObject("columns");
            foreach (var (name, value) in row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static (string Table, TableRow Row) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var row = new TableRow(root.GetProperty("partition").GetString()!, root.GetProperty("key").GetString()!) { ETag = root.GetProperty("etag").GetString()! };
        foreach (var column in root.GetProperty("columns").EnumerateObject())
            row.Columns[column.Name] = ReadValue(column.Value);
        return (root.GetProperty("table").GetString()!, row);
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStartObject();
                WriteTyped(json, value);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case long number:
                json.WriteNumber("long", number);
                break;
            case DateTimeOffset instant:
                json.WriteString("at", instant);
                break;
            case byte[] bytes:
                json.WriteBase64String("base64", bytes);
                break;
            default:
                throw new InvalidDataException($"A column holds {value.GetType().Name}.");
        }
    }

    private static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.GetInt32(),
        _ when value.TryGetProperty("long", out var number) => number.GetInt64(),
        _ when value.TryGetProperty("at", out var instant) => instant.GetDateTimeOffset(),
        _ => value.GetProperty("base64").GetBytesFromBase64(),
    };
}
