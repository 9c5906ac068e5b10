using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Live;

/// <summary>The checking work with planted trouble: it faults as often as it is told to, or waits until it is cancelled.</summary>
public sealed class PlantedCheck(CheckWork inner) : IJobWork
{
    private int faultsLeft;

    public string Kind => CheckWork.KindWord;

    /// <summary>How many more deliveries end in a fault.</summary>
    public int FaultsLeft
    {
        get => Volatile.Read(ref faultsLeft);
        set => Volatile.Write(ref faultsLeft, value);
    }

    /// <summary>Goes on reporting progress until somebody cancels the job.</summary>
    public bool Waits { get; set; }

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        for (var turn = 1; Waits; turn++)
        {
            await progress.ReportAsync($"Bekliyor {turn}", turn, 0, cancellationToken);
            await Task.Delay(20, cancellationToken);
        }

        return Interlocked.Decrement(ref faultsLeft) >= 0 ? throw new InvalidOperationException("planted") : await inner.RunAsync(job, progress, cancellationToken);
    }
}
