using System.Text.Json;

namespace EDefter.Tests.Webhooks;

/// <summary>A message as a receiver got it.</summary>
internal sealed record ReceivedMessage(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Type => Json.GetProperty("type").GetString()!;
}
