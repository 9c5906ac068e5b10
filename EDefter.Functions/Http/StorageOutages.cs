using EDefter.Core.Workflow;
using EDefter.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Http;

/// <summary>
/// Storage that is away is told as 503 with a reason and a time to come back, instead of an empty 500. It stands around everything, because the gate too asks storage for keys.
/// Jobs pass: their message is delivered again.
/// </summary>
public sealed partial class StorageOutages(ILogger<StorageOutages> logger) : IFunctionsWorkerMiddleware
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
        }
        catch (Exception fault) when (StorageOutage.Is(fault) && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogAway(logger, context.FunctionDefinition.Name, fault.GetBaseException().GetType().Name);
            http.Response.Clear();
            await new ProblemResult(Refusals.StorageAway()).WriteAsync(http.Response, http.RequestAborted);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} could not reach storage: {Fault}.")]
    private static partial void LogAway(ILogger logger, string function, string fault);
}
