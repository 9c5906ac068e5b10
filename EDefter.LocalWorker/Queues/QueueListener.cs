using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Outputs;
using Microsoft.Extensions.Logging;

namespace EDefter.LocalWorker.Queues;

/// <summary>
/// Runs a function for every message of its queue: up to a batch at a time, each message at least once, and after the last attempt into the
/// poison queue.
/// </summary>
internal sealed partial class QueueListener(
    FunctionDescription function,
    TriggerQueue queue,
    FunctionInvoker invoker,
    OutputWriter outputs,
    QueueActivity activity,
    InvocationStop stop,
    HostJson host,
    LocalWorkerOptions options,
    ILogger<QueueListener> log)
{
    // Storage that does not answer is asked again after this long.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    public Task PrepareAsync(CancellationToken cancellationToken) => queue.CreateIfMissingAsync(cancellationToken);

    /// <summary>Takes messages until the host stops, then waits for those that are running.</summary>
    public async Task ListenAsync()
    {
        var running = new List<Task>();
        var pause = options.PollingFastest;
        while (!stop.BeginNothing.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            if (running.Count == host.BatchSize)
            {
                await Task.WhenAny(running);
                continue;
            }

            var messages = await TryReceiveAsync(host.BatchSize - running.Count);
            running.AddRange(messages.Select(message => Task.Run(() => ProcessAsync(message), CancellationToken.None)));
            pause = messages.Count > 0 ? options.PollingFastest : await PauseAsync(pause);
        }

        await Task.WhenAll(running);
    }

    private TimeSpan LongestPause => options.PollingSlowest < host.MaxPollingInterval ? options.PollingSlowest : host.MaxPollingInterval;

    private async Task<TimeSpan> PauseAsync(TimeSpan pause)
    {
        try
        {
            var woken = await activity.PauseAsync(pause, stop.BeginNothing);
            var next = pause * 2;
            return woken ? options.PollingFastest : next < LongestPause ? next : LongestPause;
        }
        catch (OperationCanceledException) when (stop.BeginNothing.IsCancellationRequested)
        {
            return pause;
        }
    }

    private async Task<IReadOnlyList<QueueMessage>> TryReceiveAsync(int most)
    {
        try
        {
            // Not cancelled half-way: a message that was handed out but not heard of would stay hidden for a whole lease.
            return await queue.ReceiveAsync(most, CancellationToken.None);
        }
        catch (Exception error)
        {
            LogReceiveFailed(log, error, queue.Name);
            await Task.Delay(AfterFailure, stop.BeginNothing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [];
        }
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        try
        {
            await using var lease = new MessageLease(queue, message);
            var outcome = await RunAsync(message);
            await lease.EndAsync();
            await SettleAsync(message, lease.Receipt, outcome);
        }
        catch (Exception error)
        {
            // The message becomes visible again by itself and is tried again.
            LogSettleFailed(log, error, message.MessageId, queue.Name);
        }
    }

    private async Task<MessageOutcome> RunAsync(QueueMessage message)
    {
        // A message whose every attempt ended with the death of the program never reached the count below.
        if (message.DequeueCount > host.MaxDequeueCount)
            return MessageOutcome.GivenUp;
        if (queue.Decode(message) is not { } content)
        {
            LogUndecodable(log, message.MessageId, queue.Name);
            return MessageOutcome.GivenUp;
        }

        await using var invocation = invoker.Create(function, new InvocationStart(BindingData(message, content), content, HttpContext: null), CancellationToken.None);
        try
        {
            await invoker.RunAsync(invocation);
            await outputs.WriteAsync(invocation);
            return MessageOutcome.Done;
        }
        catch (OperationCanceledException) when (stop.EndEverything.IsCancellationRequested)
        {
            return MessageOutcome.Interrupted;
        }
        catch (Exception error)
        {
            LogFailed(log, error, function.Name, message.DequeueCount, host.MaxDequeueCount, message.MessageId);
            return message.DequeueCount >= host.MaxDequeueCount ? MessageOutcome.GivenUp : MessageOutcome.Failed;
        }
    }

    private async Task SettleAsync(QueueMessage message, string receipt, MessageOutcome outcome)
    {
        switch (outcome)
        {
            case MessageOutcome.Done:
                await queue.DeleteAsync(message.MessageId, receipt);
                break;
            case MessageOutcome.GivenUp:
                await queue.GiveUpAsync(message, receipt);
                LogGivenUp(log, message.MessageId, queue.Name);
                activity.Wake();
                break;
            case MessageOutcome.Failed or MessageOutcome.Interrupted:
                await queue.ReleaseAsync(message.MessageId, receipt, atOnce: outcome == MessageOutcome.Interrupted);
                activity.Wake();
                break;
            default:
                throw new InvalidOperationException($"{outcome} is not an outcome");
        }
    }

    // The Azure host hands everything over as text. Members of a JSON message come last: a member named "id" wins over the message's own.
    private static Dictionary<string, object?> BindingData(QueueMessage message, byte[] content)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = Encoding.UTF8.GetString(content),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["InsertionTime"] = message.InsertedOn?.ToString("O", CultureInfo.InvariantCulture),
            ["ExpirationTime"] = message.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture),
        };
        AddMembers(data, content);
        return data;
    }

    private static void AddMembers(Dictionary<string, object?> data, byte[] content)
    {
        try
        {
            using var parsed = JsonDocument.Parse(content);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
                return;
            foreach (var member in parsed.RootElement.EnumerateObject())
                data[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : member.Value.GetRawText();
        }
        catch (JsonException)
        {
            // A message need not be JSON; then it has no members.
        }
    }

    [LoggerMessage(LogLevel.Error, "Function '{Function}' failed, attempt {Attempt} of {AttemptsMax} (message {MessageId})")]
    private static partial void LogFailed(ILogger log, Exception error, string function, long attempt, int attemptsMax, string messageId);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} was given up and moved to '{Queue}-poison'")]
    private static partial void LogGivenUp(ILogger log, string messageId, string queue);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} of '{Queue}' is not Base64")]
    private static partial void LogUndecodable(ILogger log, string messageId, string queue);

    [LoggerMessage(LogLevel.Error, "The queue '{Queue}' cannot be read; it is tried again")]
    private static partial void LogReceiveFailed(ILogger log, Exception error, string queue);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} of '{Queue}' could not be settled; it will come back")]
    private static partial void LogSettleFailed(ILogger log, Exception error, string messageId, string queue);
}
