namespace EDefter.Core.Workflow.Jobs;

/// <summary>Another delivery of the same job has taken over; this one stops without a word.</summary>
public sealed class JobSupersededException(string job) : Exception($"Job {job} was taken over by another delivery.")
{
    public string Job { get; } = job;
}
