namespace EDefter.Core.Workflow.Jobs;

/// <summary>How a job's function ended.</summary>
/// <param name="Result">The result as JSON; null when the job goes on elsewhere.</param>
/// <param name="Message">What another queue must be told to carry the job on; null when it has ended.</param>
public sealed record JobEnd(string? Result, string? Message = null)
{
    /// <summary>The job stays running: its parts carry it on (<see cref="JobParts"/>).</summary>
    public static JobEnd InParts { get; } = new(Result: null);

    /// <summary>The job stays running: the message carries it on.</summary>
    public static JobEnd GoesOn<T>(T message) => new(Result: null, WireJson.Write(message));

    public static JobEnd With<T>(T result) => new(WireJson.Write(result));
}
