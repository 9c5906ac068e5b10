using System.Globalization;
using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Outputs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EDefter.LocalWorker.Http;

/// <summary>
/// Runs a function for a request. As with the real worker the answer goes to the client straight from the worker, and the outputs are written
/// by the host afterwards: a client can hear the answer before a message is sent, and a failing output no longer changes the answer.
/// </summary>
internal sealed partial class HttpFunctionHandler(FunctionInvoker invoker, OutputWriter outputs, ILogger<HttpFunctionHandler> log)
{
    public async Task HandleAsync(HttpContext http, FunctionDescription function)
    {
        var routeValues = http.Request.RouteValues.ToDictionary(
            value => value.Key,
            value => (object?)Convert.ToString(value.Value, CultureInfo.InvariantCulture),
            StringComparer.OrdinalIgnoreCase);
        await using var invocation = invoker.Create(function, new InvocationStart(routeValues, TriggerValue: null, http), http.RequestAborted);
        http.RequestServices = invocation.InstanceServices;
        try
        {
            await invoker.RunAsync(invocation);
            if (invocation.Result.Answer is { } answer && !http.RequestAborted.IsCancellationRequested)
                await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogLeft(log, function.Name, invocation.InvocationId);
            return;
        }
        catch (Exception error)
        {
            LogFailed(log, error, function.Name, invocation.InvocationId);
            Refuse(http, error);
            return;
        }

        await WriteOutputsAsync(http, invocation);
    }

    private async Task WriteOutputsAsync(HttpContext http, Invocation invocation)
    {
        if (invocation.Result.Outputs.Count == 0)
            return;
        await http.Response.CompleteAsync();
        try
        {
            await outputs.WriteAsync(invocation);
        }
        catch (Exception error)
        {
            LogOutputFailed(log, error, invocation.FunctionDefinition.Name, invocation.InvocationId);
        }
    }

    // What went wrong is for the log; the client learns no more than that something did.
    private static void Refuse(HttpContext http, Exception error)
    {
        if (http.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
    }

    [LoggerMessage(LogLevel.Error, "Function '{Function}' failed ({InvocationId})")]
    private static partial void LogFailed(ILogger log, Exception error, string function, string invocationId);

    [LoggerMessage(LogLevel.Error, "Function '{Function}' has answered, but an output failed ({InvocationId})")]
    private static partial void LogOutputFailed(ILogger log, Exception error, string function, string invocationId);

    [LoggerMessage(LogLevel.Information, "Function '{Function}' was cancelled: the client has left ({InvocationId})")]
    private static partial void LogLeft(ILogger log, string function, string invocationId);
}
