using Azure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Tests.Http;

/// <summary>
/// What stands around the middleware of a program in the real worker (FunctionsHttpProxyingMiddleware of Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore): it sends the answer, and
/// whatever happens lets the server end the response as it stands. The local worker is kinder.
/// </summary>
public sealed class WorkerEnding : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
            var result = context.GetInvocationResult();
            if (result.Value is IActionResult answer)
            {
                result.Value = null;
                var http = context.GetHttpContext()!;
                await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or RequestFailedException)
        {
            // The host hears of it; the response is not its business.
        }
    }
}
