namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step around every invocation, whatever triggered it.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
