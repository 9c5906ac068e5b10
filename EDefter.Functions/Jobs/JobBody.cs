using System.Text.Json;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Jobs;

/// <summary>A job on the wire.</summary>
public sealed record JobBody(string Id, string Kind, JobState State, string? Step, long Done, long Total, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset? Eta, DateTimeOffset? EndedAt, JsonElement? Result, IReadOnlyDictionary<string, object>? Problem)
{
    public static JobBody Of(Job job) => new(
        job.Id,
        job.Kind,
        job.State,
        job.Step,
        job.Done,
        job.Total,
        job.QueuedAt,
        job.StartedAt,
        JobPace.EndOf(job),
        job.EndedAt,
        job.Result is { } result ? JsonSerializer.Deserialize<JsonElement>(result) : null,
        job.Problem is { } problem ? Http.ProblemResult.Members(problem) : null);
}
