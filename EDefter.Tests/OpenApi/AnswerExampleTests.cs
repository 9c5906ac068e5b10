using System.Text;
using System.Text.Json.Nodes;
using EDefter.Functions.OpenApi;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.OpenApi;

/// <summary>Every operation of the description shows an answer and a refusal that the program really gave.</summary>
public sealed class AnswerExampleTests
{
    private const int BytesMost = 400_000;

    // What has no example, and why.
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["GetHealth 503"] = "storage is there while answers are made; it is told as in 200",
        ["GetHealth problem"] = "refuses nobody",
        ["GetLive problem"] = "refuses nobody",
        ["GetOpenApi problem"] = "refuses nobody",
    };

    private static readonly JsonObject Document = ApiDocument.Build(GetOpenApi.Examples());

    [Fact]
    public void Every_answer_has_an_example_and_every_example_is_as_described()
    {
        var missing = new List<string>();
        var wrong = new List<string>();
        var examples = 0;
        foreach (var (operation, kind, media) in Answers())
        {
            if (media["example"] is { } example)
                wrong.AddRange(ApiContract.Published.Validate($"{operation} {kind}", media["schema"]!, example.ToJsonString()));
            else
                missing.Add($"{operation} {kind}");
            examples++;
        }

        Assert.Empty(wrong);
        Assert.Equal(Without.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.True(examples > 150, "the answers were not found");
    }

    [Fact]
    public void An_example_tells_no_secret_and_no_address_of_the_machine_that_made_it()
    {
        var text = Document.ToJsonString();
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", text.Replace("sig=\\u2026", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(LiveApp.AdminKey, text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, BytesMost);
    }

    [Fact]
    public void An_example_that_is_not_as_described_is_noticed()
    {
        var (operation, kind, media) = Answers().First(answer => answer is { Operation: "GetDeadlines", Kind: "200" });
        var spoilt = media["example"]!.DeepClone();
        spoilt[0]!["due"] = 7;
        Assert.NotEmpty(ApiContract.Published.Validate($"{operation} {kind}", media["schema"]!, spoilt.ToJsonString()));
    }

    /// <summary>Writes the answers anew: <c>dotnet run --project EDefter.Tests -- -method '*Writes_the_answers*' -explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Writes_the_answers_of_the_examples()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var storage = await Azurite.StartAsync(cancellation);
        await using var elsewhere = await Azurite.StartAsync(cancellation);
        var clock = new TestClock(DateTimeOffset.UtcNow);
        using var host = await LiveApp.StartAsync(storage.ConnectionString, TimeProvider.System);
        using var other = await LiveApp.StartAsync(elsewhere.ConnectionString, clock);
        var answers = new RecordedAnswers();
        await new AnswerJourney(host, other, clock, answers).RunAsync();
        await host.StopAsync(cancellation);
        await other.StopAsync(cancellation);
        var examples = JsonNode.Parse(await File.ReadAllTextAsync(AnswerBodies.ExamplesFile, cancellation))!.AsObject();
        await File.WriteAllTextAsync(AnswerBodies.ExamplesFile, answers.With(examples), cancellation);
    }

    // JSON answers with a schema; the kind of a refusal is "problem".
    private static IEnumerable<(string Operation, string Kind, JsonObject Media)> Answers() =>
        from path in Document["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        from response in verb.Value!["responses"]!.AsObject()
        from content in response.Value!["content"]?.AsObject() ?? []
        where content.Value!["schema"] is not null
        select ((string)verb.Value["operationId"]!, response.Key == "default" ? "problem" : response.Key, content.Value!.AsObject());
}
