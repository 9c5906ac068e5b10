namespace EDefter.Core.Workflow.Jobs;

/// <summary>Whoever took the job on died, again and again: it is not begun any more, and its message goes the way of those that fail.</summary>
public sealed class JobLostException(string job, int lost) : Exception($"Job {job} has lost {lost} processes that worked on it; it is not begun again.")
{
    public string Job { get; } = job;
}
