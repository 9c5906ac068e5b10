using System.Text.Json;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Webhooks;

/// <summary>A receiver that answers as the test says, and remembers what it got.</summary>
internal sealed class ScriptedReceiver : IHookSender
{
    /// <summary>The answer to a message; by default all are accepted.</summary>
    public Func<HookRequest, HookAnswer> Answer { get; set; } = _ => new HookAnswer(HookOutcome.Accepted, 200);

    /// <summary>Runs while a message is under way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public List<HookRequest> Got { get; } = [];

    public List<HookRequest> Accepted { get; } = [];

    public async Task<HookAnswer> SendAsync(HookRequest request, CancellationToken cancellationToken)
    {
        Got.Add(request);
        await Meanwhile();
        var answer = Answer(request);
        if (answer.Outcome == HookOutcome.Accepted)
            Accepted.Add(request);
        return answer;
    }

    /// <summary>Places of the messages that were accepted, each counted once, as a receiver that heeds the event's id sees them.</summary>
    public IReadOnlyList<long> Places => [.. Accepted.DistinctBy(request => request.Headers["EDefter-Event"], StringComparer.Ordinal).Select(PlaceOf)];

    public static long PlaceOf(HookRequest request) => JsonSerializer.Deserialize<JsonElement>(request.Body.Span).GetProperty("n").GetInt64();
}
