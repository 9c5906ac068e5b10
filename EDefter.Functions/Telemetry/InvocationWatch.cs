using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Telemetry;

/// <summary>
/// A span for every invocation, a child of what the host or the caller tells by W3C trace context. It stands around everything. Inside it is called what the function does; the host tells of the
/// request itself.
/// </summary>
internal sealed class InvocationWatch(FunctionTable functions, Instruments instruments, TimeProvider clock) : IFunctionsWorkerMiddleware
{
    private const string FirstDelivery = "1";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => instruments.AreHeard ? WatchAsync(context, next) : next(context);

    private async Task WatchAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = functions.Of(context.FunctionDefinition.Name);
        // What the worker or the web server may have begun for itself is exported by nobody: as a parent it would be missing.
        Activity.Current = null;
        // The caller's trace state is text of his own: it is not carried on.
        var caller = ActivityContext.TryParse(context.TraceContext.TraceParent, traceState: null, isRemote: true, out var told) ? told : default;
        var span = instruments.Source.StartActivity(function.Name, ActivityKind.Internal, caller, [Words.Tag(Words.Trigger, function.Trigger)]);
        if (context.GetHttpContext() is { } http)
            await AnswerAsync(new WatchedAnswer(instruments, function, span, http, clock), context, next);
        else
            await RunAsync(function, span, context, next);
    }

    // The answer is sent after the function has returned it, and only then is its status known.
    private static async Task AnswerAsync(WatchedAnswer answer, FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            answer.Fail(fault);
            throw;
        }
    }

    private async Task RunAsync(WatchedFunction function, Activity? span, FunctionContext context, FunctionExecutionDelegate next)
    {
        using (span)
        {
            if (function.Queue is { } queue)
                TellAge(queue, context.BindingContext.BindingData);
            try
            {
                await next(context);
            }
            catch (Exception fault)
            {
                span?.SetStatus(ActivityStatusCode.Error).SetTag(Words.ErrorType, fault.GetType().Name);
                throw;
            }
        }
    }

    // A message that comes again is as old as the work that failed: that is no waiting.
    private void TellAge(string queue, IReadOnlyDictionary<string, object?> data)
    {
        if (Text(data, "DequeueCount") == FirstDelivery && DateTimeOffset.TryParse(Text(data, "InsertionTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var inserted))
            instruments.QueueAge.Record(Math.Max(0, (clock.GetUtcNow() - inserted).TotalSeconds), Words.Tag(Words.Queue, queue));
    }

    // The host hands a time over as JSON, in quotes.
    private static string? Text(IReadOnlyDictionary<string, object?> data, string name) => (data.GetValueOrDefault(name) as string)?.Trim('"');
}
