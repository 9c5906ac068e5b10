using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Outputs;
using EDefter.LocalWorker.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Queues;

/// <summary>Listens to the queue of every function with a queue trigger.</summary>
internal sealed class QueueService(
    IReadOnlyList<FunctionDescription> functions,
    StorageConnections storage,
    SettingExpressions settings,
    FunctionInvoker invoker,
    OutputWriter outputs,
    QueueActivity activity,
    InvocationStop stop,
    HostJson host,
    IOptions<LocalWorkerOptions> options,
    ILogger<QueueListener> log) : IHostedService
{
    private Task listening = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var listeners = functions.Where(function => function.Trigger is QueueTriggerAttribute).Select(Listener).ToList();
        foreach (var listener in listeners)
            await listener.PrepareAsync(cancellationToken);
        listening = Task.WhenAll(listeners.Select(listener => Task.Run(listener.ListenAsync, CancellationToken.None)));
    }

    /// <summary>Waits for what is still running; <see cref="InvocationStop"/> bounds how long that can take.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => listening.WaitAsync(cancellationToken);

    private QueueListener Listener(FunctionDescription function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var queues = storage.GetQueues(trigger.Connection);
        var name = settings.Fill(trigger.QueueName);
        var queue = new TriggerQueue(queues.GetQueueClient(name), queues.GetQueueClient(name + "-poison"), host, options.Value.MessageLease);
        return new QueueListener(function, queue, invoker, outputs, activity, stop, host, options.Value, log);
    }
}
