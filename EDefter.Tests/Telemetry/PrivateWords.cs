using System.Text.Json;
using System.Text.Json.Nodes;

namespace EDefter.Tests.Telemetry;

/// <summary>Texts that tell who somebody is: every text of a company's profile that is long enough to be told from other words.</summary>
internal static class PrivateWords
{
    private const int LengthLeast = 5;

    public static IEnumerable<string> Of(JsonNode company) => company switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [] : Of(member.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : Of(item)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: >= LengthLeast } text => [text],
        _ => [],
    };
}
