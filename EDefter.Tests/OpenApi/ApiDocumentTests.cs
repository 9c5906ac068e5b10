using System.Text;
using System.Text.Json.Nodes;
using EDefter.Functions.OpenApi;
using EDefter.Tests.Live;
using Microsoft.OpenApi;
using Xunit;

namespace EDefter.Tests.OpenApi;

/// <summary>The published description of the calls: whole, valid, and true. That answers are as described is held by every test that goes over HTTP (<see cref="ContractHandler"/>).</summary>
public sealed class ApiDocumentTests
{
    private static readonly JsonObject Document = ApiDocument.Build(GetOpenApi.Examples());

    [Fact]
    public async Task Somebody_elses_reader_finds_nothing_wrong()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Document.ToJsonString()));
        var read = await OpenApiDocument.LoadAsync(stream, "json", cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotNull(read.Diagnostic);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public void Every_call_is_described_with_its_roles()
    {
        var described = from path in Document["paths"]!.AsObject() from verb in path.Value!.AsObject() select $"{verb.Key.ToUpperInvariant()} {path.Key["/api/".Length..]} {string.Join(' ', verb.Value!["x-roles"]!.AsArray().Select(static role => (string)role!).Order(StringComparer.Ordinal))}".TrimEnd();
        Assert.Equal(AccessRoute.Expected.Where(static route => route.Route[0] != '/').Select(route => $"{route} {string.Join(' ', route.Roles.Order(StringComparer.Ordinal))}".TrimEnd()).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_call_says_what_it_is_for_and_what_it_answers()
    {
        Assert.All(Operations(), operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), $"{operation["operationId"]} has no summary");
            Assert.True(operation["responses"]!.AsObject().Count > 1, $"{operation["operationId"]} answers nothing");
        });
    }

    /// <summary>Generated clients make binary fractions of a number that says nothing more.</summary>
    [Fact]
    public void Every_amount_is_told_as_a_decimal()
    {
        var numbers = Everything(Document["components"]!["schemas"]!).OfType<JsonObject>()
            .Where(static schema => schema["type"] switch { JsonArray types => types.Any(static type => (string?)type == "number"), JsonValue type => type.TryGetValue(out string? name) && name == "number", _ => false })
            .ToList();
        Assert.True(numbers.Count > 20, "the amounts were not found");
        Assert.All(numbers, static schema => Assert.Equal("decimal", (string?)schema["format"]));
    }

    [Fact]
    public void Every_body_has_an_example_and_every_example_is_valid()
    {
        var bodies = 0;
        foreach (var operation in Operations())
        {
            if (operation["requestBody"]?["content"]?["application/json"] is not JsonObject media)
                continue;
            bodies++;
            Assert.True(media["example"] is not null, $"{operation["operationId"]} has no example");
            if (media["schema"] is { } schema)
                Assert.Empty(ApiContract.Published.Validate($"{operation["operationId"]} request", schema, media["example"]!.ToJsonString()));
        }

        Assert.True(bodies > 20, "the bodies were not found");
    }

    [Fact]
    public void An_answer_that_is_not_as_described_is_noticed()
    {
        Assert.NotEmpty(ApiContract.Published.Judge("GET", "/api/health", 200, "application/json", """{"status":7}"""));
        Assert.NotEmpty(ApiContract.Published.Judge("GET", "/api/health", 204, "application/json", "{}"));
        Assert.Empty(ApiContract.Published.Judge("GET", "/api/health", 200, "application/json", """{"status":"ok","version":"1","storage":{"tables":"ok","blobs":"ok","queues":"ok"}}"""));
    }

    private static IEnumerable<JsonNode> Everything(JsonNode node)
    {
        IEnumerable<JsonNode?> inside = node switch { JsonObject members => members.Select(static member => member.Value), JsonArray items => items, _ => [] };
        return inside.OfType<JsonNode>().SelectMany(Everything).Prepend(node);
    }

    private static IEnumerable<JsonObject> Operations() => from path in Document["paths"]!.AsObject() from verb in path.Value!.AsObject() select verb.Value!.AsObject();
}
