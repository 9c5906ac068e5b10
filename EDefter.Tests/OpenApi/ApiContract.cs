using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EDefter.Functions.OpenApi;
using NJsonSchema;

namespace EDefter.Tests.OpenApi;

/// <summary>The schemas of the published description, judged by somebody else's validator.</summary>
public sealed partial class ApiContract
{
    private readonly JsonObject document = ApiDocument.Build(GetOpenApi.Examples());
    private readonly Dictionary<string, JsonSchema> compiled = new(StringComparer.Ordinal);
    private readonly Lazy<JsonSchema> whole;
    private readonly Lock gate = new();
    private readonly List<(string[] Steps, string Template)> paths;

    private ApiContract()
    {
        // All types of the wire at once: each of them is judged by its own part of this.
        whole = new Lazy<JsonSchema>(() => Compile(new JsonObject()));
        paths = [.. document["paths"]!.AsObject()
            .Select(static path => (Braces().Replace(path.Key, "*").Split('/'), path.Key))
            .OrderBy(static path => path.Key.Count(static c => c == '{'))];
    }

    public static ApiContract Published { get; } = new();

    /// <summary>What is wrong with a body that was answered; empty when it is as described.</summary>
    public IReadOnlyList<string> Judge(string method, string path, int status, string mediaType, string body)
    {
        if (mediaType is not ("application/json" or "application/problem+json") || Find(method, path) is not { } operation)
            return [];
        var place = $"{operation["operationId"]} {status}";
        if (mediaType == "application/problem+json")
            return Validate("Problem", new JsonObject { ["$ref"] = "#/components/schemas/Problem" }, body);
        if (operation["responses"]![$"{status}"] is not { } response)
            return [$"{place} is not described."];
        return response["content"]?["application/json"] is not { } media ? [$"{place} is described without a body."] : media["schema"] is { } schema ? Validate(place, schema, body) : [];
    }

    /// <summary>The id of the operation that a request asks for; null when it is described nowhere.</summary>
    public string? OperationOf(string method, string path) => (string?)Find(method, path)?["operationId"];

    private JsonObject? Find(string method, string path) => paths.Find(candidate => IsOf(candidate.Steps, path.Split('/'))) is { Template: { } template }
        ? document["paths"]![template]!.AsObject().FirstOrDefault(verb => string.Equals(verb.Key, method, StringComparison.OrdinalIgnoreCase)).Value as JsonObject
        : null;

    /// <summary>What is wrong with an example.</summary>
    public IReadOnlyList<string> Validate(string name, JsonNode schema, string body)
    {
        JsonSchema judge;
        lock (gate)
        {
            var text = schema.ToJsonString();
            if (!compiled.TryGetValue(text, out judge!))
                judge = compiled[text] = Named(schema) is { } type ? whole.Value.Definitions[type] : Compile(schema);
        }

        return [.. judge.Validate(body).Select(error => $"{name}: {error}")];
    }

    private static string? Named(JsonNode schema) => schema is JsonObject { Count: 1 } reference && reference["$ref"] is { } target ? ((string)target!).Split('/')[^1] : null;

    private JsonSchema Compile(JsonNode schema)
    {
        // The validator resolves no reference that stands alone at the root.
        var root = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = document["components"]!["schemas"]!.DeepClone() };
        return JsonSchema.FromJsonAsync(root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)).GetAwaiter().GetResult();
    }

    private static bool IsOf(string[] steps, string[] path) =>
        steps.Length == path.Length && steps.Zip(path).All(static pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
