using System.Globalization;
using System.Text.Json.Serialization;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Long work.</summary>
public sealed record Job
{
    /// <summary>Derived from what is asked, so that asking again finds the job that runs.</summary>
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Company { get; init; }

    public required string Branch { get; init; }

    /// <summary>The request as JSON, understood by the use case of the kind.</summary>
    public required string Request { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The job that this one is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Set while the job is done in parts, and kept afterwards.</summary>
    public JobPlan? Plan { get; init; }

    public JobState State { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobLane Lane { get; init; }

    /// <summary>The message is known to be on its queue; a queue does not lose messages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSent { get; init; }

    /// <summary>The message whose delivery works on the job; null while none does, or when it is not known.</summary>
    public string? Delivery { get; init; }

    /// <summary>How often the same thing was asked; asking again after the end runs the job anew under the same id.</summary>
    public int Run { get; init; } = 1;

    /// <summary>Every delivery of a run is the same asking, but the same request asked again after its end is another.</summary>
    [JsonIgnore]
    public string Asking => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Run}");

    /// <summary>Deliveries that took this run on: a job that goes from queue to queue, or is joined of parts, takes several without any fault.</summary>
    public int Attempts { get; init; }

    /// <summary>Deliveries of this run that went silent: their process died, or stood still for so long that it was taken for dead, and another message was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Lost { get; init; }

    /// <summary>Type of the last fault, for the operator; never its message, which may hold data.</summary>
    public string? LastFault { get; init; }

    public string? Step { get; init; }

    public long Done { get; init; }

    public long Total { get; init; }

    /// <summary>When the present step was first told of, with <see cref="StepStartedFrom"/> units done by then.</summary>
    public DateTimeOffset? StepStartedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long StepStartedFrom { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset TouchedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool CancelRequested { get; init; }

    /// <summary>W3C trace parent of the request that asked for this run; null when nobody recorded it, as in every row that was written before there was one.</summary>
    public string? TraceParent { get; init; }

    /// <summary>JSON, set when succeeded.</summary>
    public string? Result { get; init; }

    /// <summary>Set when failed or refused.</summary>
    public Refusal? Problem { get; init; }
}
