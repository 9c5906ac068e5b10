using System.Text.Json;
using System.Text.Json.Serialization;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Reads and writes the forms of an acceptance; anything else is a <see cref="JsonException"/>.</summary>
public sealed class AcceptanceJsonConverter : JsonConverter<Acceptance>
{
    public override Acceptance Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.ValueTextEquals("all"u8) ? Acceptance.All : throw Unknown();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unknown();
        var acceptance = new Acceptance();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("classes"u8))
                acceptance = acceptance with { Classes = ReadList(ref reader, ReadClass) };
            else if (reader.ValueTextEquals("rules"u8))
                acceptance = acceptance with { Rules = ReadList(ref reader, ReadRule) };
            else if (reader.ValueTextEquals("changes"u8))
                acceptance = acceptance with { Changes = ReadList(ref reader, ReadChange) };
            else
                throw Unknown();
        }

        return acceptance;
    }

    public override void Write(Utf8JsonWriter writer, Acceptance value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Classes.Count > 0)
        {
            writer.WriteStartArray("classes"u8);
            foreach (var repairClass in value.Classes)
                writer.WriteStringValue(repairClass.ToString());
            writer.WriteEndArray();
        }

        if (value.Rules.Count > 0)
        {
            writer.WriteStartArray("rules"u8);
            foreach (var rule in value.Rules)
                writer.WriteStringValue(rule);
            writer.WriteEndArray();
        }

        if (value.Changes.Count > 0)
        {
            writer.WriteStartArray("changes"u8);
            foreach (var change in value.Changes)
                WriteChange(writer, change);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private delegate T ReadElement<T>(ref Utf8JsonReader reader);

    private static List<T> ReadList<T>(ref Utf8JsonReader reader, ReadElement<T> readElement)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            throw Unknown();
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(readElement(ref reader));
        return list;
    }

    private static RepairClass ReadClass(ref Utf8JsonReader reader) =>
        (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) switch
        {
            "A" => RepairClass.A,
            "B" => RepairClass.B,
            "C" => RepairClass.C,
            "N" => RepairClass.N,
            _ => throw Unknown(),
        };

    private static string ReadRule(ref Utf8JsonReader reader) => (reader.TokenType == JsonTokenType.String ? reader.GetString() : null) ?? throw Unknown();

    private static AcceptedChange ReadChange(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return new AcceptedChange(ReadNumber(ref reader));
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unknown();
        int? number = null;
        string? choose = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNumber = reader.ValueTextEquals("n"u8);
            if (!isNumber && !reader.ValueTextEquals("choose"u8))
                throw Unknown();
            reader.Read();
            if (isNumber)
                number = ReadNumber(ref reader);
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
                choose = reader.GetString();
            else
                throw Unknown();
        }

        return new AcceptedChange(number ?? throw Unknown(), choose);
    }

    private static int ReadNumber(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : throw Unknown();

    private static void WriteChange(Utf8JsonWriter writer, AcceptedChange change)
    {
        if (change.Choose is null)
        {
            writer.WriteNumberValue(change.N);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("n"u8, change.N);
        writer.WriteString("choose"u8, change.Choose);
        writer.WriteEndObject();
    }

    private static JsonException Unknown() =>
        new("accept: \"all\", { \"classes\": [\"A\", \"B\"] }, { \"rules\": [\"BEL003\"] } ya da { \"changes\": [1, 2, { \"n\": 7, \"choose\": \"…\" }] } olmalıdır.");
}
