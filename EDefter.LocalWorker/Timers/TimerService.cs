using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Outputs;
using EDefter.LocalWorker.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Timers;

/// <summary>Watches the clock for every function with a timer trigger.</summary>
internal sealed class TimerService(
    IReadOnlyList<FunctionDescription> functions,
    StorageConnections storage,
    SettingExpressions settings,
    FunctionInvoker invoker,
    OutputWriter outputs,
    InvocationStop stop,
    IOptions<LocalWorkerOptions> options,
    TimeProvider time,
    ILogger<TimerListener> log) : IHostedService
{
    // Where the Azure host keeps its locks and timers, too.
    private const string Container = "azure-webjobs-hosts";

    private Task listening = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var timers = functions.Where(function => function.Trigger is TimerTriggerAttribute).ToList();
        if (timers.Count == 0)
            return;
        await storage.GetBlobs(connection: null).GetBlobContainerClient(Container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var listeners = timers.ConvertAll(Listener);
        listening = Task.WhenAll(listeners.Select(listener => Task.Run(listener.ListenAsync, CancellationToken.None)));
    }

    /// <summary>Waits for what is still running; <see cref="InvocationStop"/> bounds how long that can take.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => listening.WaitAsync(cancellationToken);

    private TimerListener Listener(FunctionDescription function)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        var folder = $"{function.Method.DeclaringType!.Assembly.GetName().Name}/{function.Name}";
        var container = storage.GetBlobs(connection: null).GetBlobContainerClient(Container);
        var timerLock = new TimerLock(container.GetBlobClient($"locks/{folder}.listener"), options.Value.TimerLease);
        var memory = trigger.UseMonitor ? new TimerMemory(container.GetBlobClient($"timers/{folder}/status")) : null;
        var schedule = TimerSchedule.Parse(settings.Fill(trigger.Schedule));
        return new TimerListener(function, schedule, timerLock, memory, invoker, outputs, stop, options.Value, time, log);
    }
}
