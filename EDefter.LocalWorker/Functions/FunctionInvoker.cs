using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.LocalWorker.Functions;

/// <summary>Prepares invocations for all triggers, so that each runs in a scope, through the pipeline, and can be cancelled.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, InvocationPipeline pipeline, InvocationStop stop, QueueActivity activity)
{
    /// <param name="function">What to run.</param>
    /// <param name="start">What the trigger knows.</param>
    /// <param name="cancellationToken">The trigger's own reason to cancel; stopping the host is added to it.</param>
    public Invocation Create(FunctionDescription function, InvocationStart start, CancellationToken cancellationToken) =>
        new(function, scopes.CreateAsyncScope(), start, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.EndEverything));

    /// <summary>Runs the middleware and the function; the result stands in the invocation.</summary>
    public async Task RunAsync(Invocation invocation)
    {
        // Whatever runs is likely to send messages: the queues look more often for a while.
        activity.Wake();
        try
        {
            await pipeline.RunAsync(invocation);
        }
        finally
        {
            activity.Wake();
        }
    }
}
