using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Gate;

/// <summary>
/// The only gate (DESIGN.md §8). Denies by default: an HTTP function without a declared role answers 404, a request without a good key 401,
/// a role that may not 403, and somebody else's company 403 whether it exists or not.
/// </summary>
public sealed partial class GateMiddleware(AccessTable access, KeyDesk keys, ILogger<GateMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private const string KeyHeader = "X-Api-Key";
    private const string KeyParameter = "key";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        // What is not the console is no page: a browser that is made to show an answer of ours runs and loads nothing in it. The console says its own.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var roles = access.RolesOf(context.FunctionDefinition.Name);
        if (roles is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (roles.Count > 0 && await RefusalForAsync(http, roles) is { } refusal)
        {
            LogRefused(logger, context.FunctionDefinition.Name, refusal.Type);
            await new ProblemResult(refusal).WriteAsync(http.Response, http.RequestAborted);
            return;
        }

        await next(context);
    }

    private async Task<Refusal?> RefusalForAsync(HttpContext http, IReadOnlyList<Role> roles)
    {
        var caller = await CallerOfAsync(http.Request, http.RequestAborted);
        if (caller is null)
            return Refusals.Unauthenticated();
        http.Items[typeof(Caller)] = caller;
        if (!roles.Contains(caller.Role))
            return Refusals.NotAllowed(caller.Role.ToWire());
        if (http.Request.RouteValues["co"] is string company && !caller.Reaches(company))
            return Refusals.NotYours(company);
        return null;
    }

    // An address is remembered by browsers and proxies: the only key it may carry is one that reads nothing but deadlines.
    private async Task<Caller?> CallerOfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var key))
            return await keys.RecogniseAsync(key, cancellationToken);
        var caller = await keys.RecogniseAsync(request.Query[KeyParameter], cancellationToken);
        return caller is { Role: Role.Calendar } ? caller : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} refused a request: {Refusal}.")]
    private static partial void LogRefused(ILogger logger, string function, string refusal);
}
