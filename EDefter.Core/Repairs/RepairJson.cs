using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>A plan and an acceptance on the wire and in storage.</summary>
public static class RepairJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>UTF-8, the same bytes for the same plan.</summary>
    public static byte[] Write(RepairPlan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, Options);

    /// <exception cref="JsonException">The bytes are no plan that <see cref="Write"/> wrote.</exception>
    public static RepairPlan Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<RepairPlan>(json, Options) ?? throw new JsonException("A plan cannot be null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Plans are shown by people's browsers as JSON, never inside HTML; Turkish letters stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter<RepairClass>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<RuleTarget>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new PeriodJsonConverter());
        options.Converters.Add(new AcceptanceJsonConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
