using System.Text.Json;
using System.Text.Json.Serialization;

namespace EDefter.Core.Companies;

/// <summary>A month as <c>"2025-01"</c>, on the wire and in storage.</summary>
public sealed class PeriodJsonConverter : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("A month (yyyy-MM) was expected.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Period ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}
