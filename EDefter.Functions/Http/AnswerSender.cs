using EDefter.Core.Workflow;
using EDefter.Functions.Gate;
using EDefter.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Http;

/// <summary>
/// Sends what a function answers, and lets nothing pass for an answer that is none. The worker would send it too; but where that fails, it ends the response as it stands there: as 200 without a
/// body, or as half a list that looks whole. Here storage that is away is told as 503 with a reason and a time to come back, every other fault as 500, and an answer that breaks off half-way breaks
/// its connection. It stands around everything, because the gate too asks storage for keys. Jobs pass: their message is delivered again.
/// </summary>
public sealed partial class AnswerSender(ILogger<AnswerSender> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            await SendAsync(context.GetInvocationResult(), http);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            if (!await TellAsync(context.FunctionDefinition.Name, fault, http))
                throw;
        }
    }

    // What was sent here is not sent again by the worker.
    private static async Task SendAsync(InvocationResult result, HttpContext http)
    {
        if (result.Value is not IActionResult answer)
            return;
        result.Value = null;
        if (!http.RequestAborted.IsCancellationRequested)
            await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }

    /// <returns>The fault is told as a refusal; otherwise the host has to hear of it too.</returns>
    private async Task<bool> TellAsync(string function, Exception fault, HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return false;
        }

        http.Response.Clear();
        GateMiddleware.Guard(http.Response);
        if (!StorageOutage.Is(fault))
        {
            http.Response.StatusCode = fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            return false;
        }

        LogAway(logger, function, fault.GetBaseException().GetType().Name);
        await new ProblemResult(Refusals.StorageAway()).WriteAsync(http.Response, http.RequestAborted);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} could not reach storage: {Fault}.")]
    private static partial void LogAway(ILogger logger, string function, string fault);
}
