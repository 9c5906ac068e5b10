namespace EDefter.Core.Workflow.Jobs;

/// <summary>The gates of one process. Each counts what its machine can do at once, not what was asked.</summary>
/// <param name="processors">Processors of the machine.</param>
/// <param name="clock">Clock of the waiting.</param>
public sealed class WorkGates(int processors, TimeProvider clock)
{
    // Waiting for storage leaves a processor idle now and then, so there are more bodies than processors; each holds a few megabytes.
    private const int BodiesFewest = 8;

    /// <summary>Large months and parts of them: one for each processor.</summary>
    public FairGate Heavy { get; } = new(Math.Max(1, processors), clock);

    /// <summary>Parts that are a very large day each: one, because such a day's vouchers are what memory is spent on.</summary>
    public FairGate Large { get; } = new(1, clock);

    /// <summary>What nobody waits for: at most half of the processors beside the rest.</summary>
    public FairGate Background { get; } = new(Math.Max(1, processors / 2), clock);

    /// <summary>Bodies of vouchers on their way in.</summary>
    public FairGate Bodies { get; } = new(Math.Max(BodiesFewest, 2 * processors), clock);
}
