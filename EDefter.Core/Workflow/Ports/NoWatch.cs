namespace EDefter.Core.Workflow.Ports;

/// <summary>Nobody watches.</summary>
public sealed class NoWatch : IWorkWatch, IWatchedDelivery, IWatchedTelling
{
    public string? TraceParent => null;

    public IWatchedDelivery Begin(Job job) => this;

    public void End(DeliveryEnd end, Job job, string? why = null)
    {
        // As all of them: nobody watches.
    }

    public void GaveUp(Job job)
    {
    }

    public void Checked(long vouchers, long lines, IEnumerable<RuleFindings> findings)
    {
    }

    public void Appended(CommitKind kind, AppendResult result)
    {
    }

    public IWatchedTelling Tell(HookEvent happened) => this;

    public void End(HookOutcome outcome)
    {
    }

    public void HookTried(HookOutcome outcome)
    {
    }

    public void MonthEnded(bool isDone)
    {
    }

    public void Dispose()
    {
    }
}
