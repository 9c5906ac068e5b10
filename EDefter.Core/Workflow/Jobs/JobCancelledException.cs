namespace EDefter.Core.Workflow.Jobs;

/// <summary>Somebody asked for the job to be cancelled; thrown at its next report of progress.</summary>
public sealed class JobCancelledException(string job) : Exception($"Job {job} was cancelled on request.")
{
    public string Job { get; } = job;
}
