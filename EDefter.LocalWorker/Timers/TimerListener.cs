using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Outputs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EDefter.LocalWorker.Timers;

/// <summary>Fires one timer while this instance holds its lock; the others keep asking for the lock.</summary>
internal sealed partial class TimerListener(
    FunctionDescription function,
    TimerSchedule schedule,
    TimerLock timerLock,
    TimerMemory? memory,
    FunctionInvoker invoker,
    OutputWriter outputs,
    InvocationStop stop,
    LocalWorkerOptions options,
    TimeProvider time,
    ILogger<TimerListener> log)
{
    // A day: the longest a .NET timer may comfortably wait; then the next moment is worked out again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private bool hasRunOnStartup;

    public async Task ListenAsync()
    {
        while (!stop.BeginNothing.IsCancellationRequested)
        {
            try
            {
                if (await timerLock.TryTakeAsync())
                    await HoldAsync();
                else
                    await WaitAsync(options.TimerLeaseRetry, stop.BeginNothing);
            }
            catch (Exception error)
            {
                LogStorageFailed(log, error, function.Name);
                await WaitAsync(options.TimerLeaseRetry, stop.BeginNothing);
            }
        }
    }

    // Fires as long as the lock can be renewed.
    private async Task HoldAsync()
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop.BeginNothing);
        try
        {
            var renewing = RenewAsync(held.Token);
            var firing = FireAsync(held.Token);
            await Task.WhenAny(renewing, firing);
            await held.CancelAsync();
            await Task.WhenAll(renewing, firing);
        }
        finally
        {
            await timerLock.ReleaseAsync();
        }
    }

    // Ends when the lock is lost, or no longer wanted.
    private async Task RenewAsync(CancellationToken held)
    {
        while (true)
        {
            await WaitAsync(timerLock.Duration / 3, held);
            if (held.IsCancellationRequested)
                return;
            if (await TryRenewAsync())
                continue;
            LogLost(log, function.Name);
            return;
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            return await timerLock.TryRenewAsync();
        }
        catch (Exception error)
        {
            LogStorageFailed(log, error, function.Name);
            return false;
        }
    }

    private async Task FireAsync(CancellationToken held)
    {
        var now = time.GetUtcNow();
        var kept = schedule.IsMonitored(now) ? memory : null;
        var status = kept is null ? null : await kept.ReadAsync();
        var isPastDue = status is not null && status.Next != default && status.Next <= now.UtcDateTime;
        // From the very first start on, a missed run is noticed.
        status ??= await RememberAsync(kept, now);
        if (isPastDue || (RunOnStartup && !hasRunOnStartup))
        {
            hasRunOnStartup = true;
            await RunAsync(status, isPastDue);
            status = await RememberAsync(kept, now);
        }

        while (!held.IsCancellationRequested && schedule.NextAfter(now) is { } next)
        {
            if (!await WaitUntilAsync(next, held))
                return;
            await RunAsync(status, isPastDue: false);
            now = Later(next, time.GetUtcNow());
            status = await RememberAsync(kept, now);
        }

        // A schedule without a next moment: keep the lock, so that nobody keeps asking.
        await WaitAsync(Timeout.InfiniteTimeSpan, held);
    }

    private bool RunOnStartup => ((TimerTriggerAttribute)function.Trigger).RunOnStartup;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task<ScheduleStatus?> RememberAsync(TimerMemory? kept, DateTimeOffset last)
    {
        if (kept is null)
            return null;
        var status = new ScheduleStatus
        {
            Last = last.UtcDateTime,
            Next = schedule.NextAfter(last)?.UtcDateTime ?? default,
            LastUpdated = time.GetUtcNow().UtcDateTime,
        };
        await kept.WriteAsync(status);
        return status;
    }

    private async Task RunAsync(ScheduleStatus? status, bool isPastDue)
    {
        var information = new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue };
        var start = new InvocationStart(new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase), information, HttpContext: null);
        await using var invocation = invoker.Create(function, start, CancellationToken.None);
        try
        {
            await invoker.RunAsync(invocation);
            await outputs.WriteAsync(invocation);
        }
        catch (Exception error)
        {
            // As on Azure: a failed run is not repeated, the next one comes on schedule.
            LogFailed(log, error, function.Name, invocation.InvocationId);
        }
    }

    private async Task<bool> WaitUntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && moment - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            await WaitAsync(left < LongestWait ? left : LongestWait, cancellationToken);
        return !cancellationToken.IsCancellationRequested;
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(LogLevel.Error, "Function '{Function}' failed ({InvocationId})")]
    private static partial void LogFailed(ILogger log, Exception error, string function, string invocationId);

    [LoggerMessage(LogLevel.Warning, "The lock of the timer '{Function}' was lost; another instance may fire it now")]
    private static partial void LogLost(ILogger log, string function);

    [LoggerMessage(LogLevel.Error, "The timer '{Function}' cannot reach its lock or memory; it tries again")]
    private static partial void LogStorageFailed(ILogger log, Exception error, string function);
}
