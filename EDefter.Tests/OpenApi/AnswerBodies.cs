using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.Tests.Rules;

namespace EDefter.Tests.OpenApi;

/// <summary>What is sent: the description's own examples wherever there is one, so that they are held to be accepted.</summary>
internal static class AnswerBodies
{
    /// <summary>Where bodies are read and answers written, whatever this build was made of.</summary>
    public static readonly string ExamplesFile = Path.Combine(Repository.Root, "EDefter.Functions", "OpenApi", "examples.json");

    private static readonly Lazy<JsonObject> Examples = new(static () => JsonNode.Parse(File.ReadAllText(ExamplesFile))!.AsObject());

    public static StringContent Body(string operation) => Json(Examples.Value[operation]!["request"]!.ToJsonString());

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public static ByteArrayContent Content(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
