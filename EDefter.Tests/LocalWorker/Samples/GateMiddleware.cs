using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class GateMiddleware(Recorder recorder) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        if (http is not null && !http.Request.Headers.ContainsKey("X-Open"))
        {
            recorder.Add($"refused {context.FunctionDefinition.Name} {context.FunctionDefinition.EntryPoint}");
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await http.Response.WriteAsync("kapalı: " + context.FunctionDefinition.Name);
            return;
        }

        await next(context);
        recorder.Add("passed " + context.FunctionDefinition.Name);
    }
}
