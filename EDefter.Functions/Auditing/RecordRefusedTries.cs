using EDefter.Core.Workflow.Auditing;
using EDefter.Storage;

namespace EDefter.Functions.Auditing;

/// <summary>Every minute, in every process: records what its own door refused. A timer function would run in one process only.</summary>
public sealed partial class RecordRefusedTries(RefusedTries tries, TimeProvider clock, ILogger<RecordRefusedTries> logger) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // A host that stops waits for nobody long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await TryRecordAsync(limit.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryRecordAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; StopAsync records what is left.
        }
    }

    private async Task TryRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tries.RecordAsync(cancellationToken);
        }
        catch (Exception fault) when (StorageOutage.Is(fault) || fault is OperationCanceledException)
        {
            // They stay counted for the next minute; at the end of a process they are lost, and the log says so.
            LogNotRecorded(logger, fault.GetBaseException().GetType().Name);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A trail that was tampered with takes no more. What is thrown from here would end the whole program, so that a forged row, or whatever a stranger wrote into an address, would shut everybody out.
            LogFault(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused tries could not be recorded: {Fault}.")]
    private static partial void LogNotRecorded(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Refused tries cannot be recorded; they are tried again every minute.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
