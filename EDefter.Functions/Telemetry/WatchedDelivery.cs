using System.Diagnostics;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Telemetry;

/// <summary>The span of a job's delivery, and the job's duration when it was its last one.</summary>
internal sealed class WatchedDelivery : IWatchedDelivery
{
    private readonly Instruments instruments;
    private readonly Activity? span;
    private DeliveryEnd end = DeliveryEnd.Interrupted;

    public WatchedDelivery(Instruments instruments, Job job, Activity? span)
    {
        (this.instruments, this.span) = (instruments, span);
        span?.SetTag(Words.JobKind, job.Kind).SetTag(Words.JobLane, Words.Of(job.Lane)).SetTag(Words.JobAttempt, job.Attempts);
    }

    public void End(DeliveryEnd end, Job job, string? why = null)
    {
        this.end = end;
        if (end == DeliveryEnd.Fault)
            span?.SetStatus(ActivityStatusCode.Error).SetTag(Words.ErrorType, why);
        else
            span?.SetTag(Words.Refusal, why);
        TellEnd(instruments, job, end);
    }

    public void Dispose()
    {
        span?.SetTag(Words.JobOutcome, Words.Of(end));
        span?.Dispose();
    }

    /// <summary>Tells how long a job took; nothing while it goes on.</summary>
    internal static void TellEnd(Instruments instruments, Job job, DeliveryEnd end)
    {
        if (job is { EndedAt: { } ended, StartedAt: { } started })
            instruments.JobDuration.Record(WorkWatch.Seconds(started, ended), Words.Tag(Words.JobKind, job.Kind), Words.Tag(Words.JobOutcome, Words.Of(end)));
    }
}
