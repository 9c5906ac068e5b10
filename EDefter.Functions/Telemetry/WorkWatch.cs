using System.Diagnostics;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Telemetry;

/// <summary>Counts and times what the work comes to, and keeps the trace of a request through the queues: a job's spans are children of the request that asked for it, a webhook's of the act that it tells.</summary>
internal sealed class WorkWatch(Instruments instruments) : IWorkWatch
{
    public string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span && span.Source == instruments.Source ? span.Id : null;

    public IWatchedDelivery Begin(Job job)
    {
        if (job is { Attempts: 1, StartedAt: { } started })
            instruments.JobWait.Record(Seconds(job.QueuedAt, started), Words.Tag(Words.JobLane, Words.Of(job.Lane)));
        return new WatchedDelivery(instruments, job, Start("job " + job.Kind, ActivityKind.Consumer, job.TraceParent));
    }

    public void GaveUp(Job job) => WatchedDelivery.TellEnd(instruments, job, DeliveryEnd.GivenUp);

    public void Checked(long vouchers, long lines, IEnumerable<RuleFindings> findings)
    {
        if (!instruments.AreHeard)
            return;
        instruments.CheckedVouchers.Add(vouchers);
        instruments.CheckedLines.Add(lines);
        foreach (var found in findings)
            instruments.Findings.Add(found.Count, Words.Tag(Words.Rule, found.Rule), Words.Tag(Words.Severity, Words.Of(found.Severity)));
    }

    public void Appended(CommitKind kind, AppendResult result)
    {
        foreach (var (count, word) in ((long Count, string Word)[])[(result.Stored, "stored"), (result.Unchanged, "unchanged"), (result.Rejected.Count, "rejected")])
        {
            if (count > 0)
                instruments.Vouchers.Add(count, Words.Tag(Words.Commit, Words.Of(kind)), Words.Tag(Words.VoucherResult, word));
        }
    }

    public IWatchedTelling Tell(HookEvent happened) => new WatchedTelling(Start("webhook " + happened.Type, ActivityKind.Client, happened.TraceParent));

    public void HookTried(HookOutcome outcome) => instruments.HookTries.Add(1, Words.Tag(Words.HookOutcome, Words.Of(outcome)));

    public void MonthEnded(bool isDone) => instruments.MonthEnds.Add(1, Words.Tag(Words.MonthEndOutcome, isDone ? "done" : "stopped"));

    internal static double Seconds(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (to - from).TotalSeconds);

    // The delivery itself, a span of the queue's own trace, is linked; it is the parent where nobody recorded who asked.
    private Activity? Start(string name, ActivityKind kind, string? traceParent)
    {
        if (!ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var asked))
            return instruments.Source.StartActivity(name, kind);
        ActivityLink[]? delivered = Activity.Current is { } delivery ? [new ActivityLink(delivery.Context)] : null;
        return instruments.Source.StartActivity(name, kind, asked, links: delivered);
    }
}
