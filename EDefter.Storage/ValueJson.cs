using System.Text.Json;
using System.Text.Json.Serialization;

namespace EDefter.Storage;

/// <summary>The loose values of a refusal (<see cref="Core.Workflow.Refusal.Values"/>): texts, whole numbers, decimals, truth values.</summary>
internal sealed class ValueJson : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? (object)number : reader.GetDecimal(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => JsonElement.ParseValue(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
            throw new JsonException("A value of a refusal must be a text, a number or a truth value.");
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
