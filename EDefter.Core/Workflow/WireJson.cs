using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow;

/// <summary>How records become JSON, on the wire and in storage: camelCase, words for enums, yyyy-MM for months, absent instead of null.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text is not such a value.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A JSON value was expected, null was found.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            // The classes of repairs are letters, and stay capital.
            Converters = { new JsonStringEnumConverter<Rules.RepairClass>(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PeriodJsonConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
