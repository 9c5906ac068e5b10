using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.LocalWorker.Functions;

/// <summary>The middleware, in the order it was added, around the function itself.</summary>
internal sealed class InvocationPipeline
{
    private readonly FunctionExecutionDelegate entry;

    public InvocationPipeline(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps) =>
        entry = steps.Reverse().Aggregate((FunctionExecutionDelegate)(context => CallAsync((Invocation)context)), (next, step) => step(next));

    public Task RunAsync(Invocation invocation) => entry(invocation);

    private static async Task CallAsync(Invocation invocation)
    {
        var function = invocation.Function;
        var arguments = function.Parameters.Select(parameter => parameter.Bind(invocation)).ToArray();
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.ReflectedType!);
        try
        {
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            invocation.Result = await function.Result.ReadAsync(returned);
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }
}
