using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EDefter.Core.Companies;

namespace EDefter.Storage;

/// <summary>
/// How documents stand in rows: camelCase, words for enum members, computed properties left out. Stored texts outlive the code: a test
/// reads texts that were written by the first version.
/// </summary>
internal static class StorageJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PeriodJsonConverter(), new ValueJson() },
    };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    public static byte[] WriteBytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw Empty();

    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw Empty();

    private static InvalidDataException Empty() => new("A stored document is null.");
}
