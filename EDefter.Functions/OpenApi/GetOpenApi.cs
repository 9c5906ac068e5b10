using System.Reflection;
using System.Text.Json.Nodes;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.OpenApi;

/// <summary>This description of the calls, as OpenAPI 3.1.</summary>
public sealed class GetOpenApi
{
    private static readonly Lazy<string> Document = new(static () => ApiDocument.Build(Examples()).ToJsonString());

    [Function(nameof(GetOpenApi))]
    [Unaudited("it describes the calls and holds nothing of anybody")]
    [Public]
    [Answers("application/json")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request)
    {
        _ = request;
        return new WireResult(new RawJson(Document.Value));
    }

    /// <summary>Bodies by operation, from <c>examples.json</c> beside this file.</summary>
    public static JsonObject Examples()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("EDefter.Functions.OpenApi.examples.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
