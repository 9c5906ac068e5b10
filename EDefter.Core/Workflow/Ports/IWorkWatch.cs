namespace EDefter.Core.Workflow.Ports;

/// <summary>
/// Hears what the work comes to, for those who keep the program running (docs/decisions/telemetry.md). It tells counts, durations and words of the program on, and never whose work it
/// was: no ids, names, amounts or texts.
/// </summary>
public interface IWorkWatch
{
    /// <summary>W3C trace parent of what is being done now, to be kept with what it asks for; null when nobody records it.</summary>
    string? TraceParent { get; }

    /// <summary>A delivery of a job begins.</summary>
    /// <param name="job">As it was claimed.</param>
    /// <returns>To be disposed of when the delivery is over, whether it came to an end or not.</returns>
    IWatchedDelivery Begin(Job job);

    /// <summary>The queue gave a job up.</summary>
    /// <param name="job">As it was marked.</param>
    void GaveUp(Job job);

    /// <summary>A check has run over all its days.</summary>
    /// <param name="vouchers">Vouchers in its report.</param>
    /// <param name="lines">Lines in its report.</param>
    /// <param name="findings">What was found, by rule.</param>
    void Checked(long vouchers, long lines, IEnumerable<RuleFindings> findings);

    /// <summary>The log answered to vouchers; a request that was repeated is answered again.</summary>
    void Appended(CommitKind kind, AppendResult result);

    /// <summary>A webhook is about to be tried.</summary>
    /// <param name="happened">What it is told.</param>
    /// <returns>To be disposed of when the try is over, whether it came to an end or not.</returns>
    IWatchedTelling Tell(HookEvent happened);

    /// <summary>A webhook was tried, and it is kept what came of it.</summary>
    void HookTried(HookOutcome outcome);

    /// <summary>A month end is over.</summary>
    /// <param name="isDone">False: it stopped for a person.</param>
    void MonthEnded(bool isDone);
}
