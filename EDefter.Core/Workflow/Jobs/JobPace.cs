using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>When a running job's present step will end, at the speed that was measured since the step began.</summary>
public static class JobPace
{
    // What was done in less time says nothing about speed.
    private static readonly TimeSpan MeasuredLeast = TimeSpan.FromSeconds(1);

    /// <returns>Null while nothing was measured, or the size of the step is unknown.</returns>
    public static DateTimeOffset? EndOf(Job job)
    {
        var done = job.Done - job.StepStartedFrom;
        if (job.State != JobState.Running || job.Total <= 0 || done <= 0 || job.StepStartedAt is not { } start)
            return null;
        var measured = job.TouchedAt - start;
        return measured < MeasuredLeast ? null : job.TouchedAt + (measured * ((double)(job.Total - job.Done) / done));
    }
}
