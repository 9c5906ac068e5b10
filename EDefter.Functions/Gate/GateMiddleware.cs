using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Gate;

/// <summary>
/// The only gate. Denies by default: an HTTP function without a declared role answers 404, a request without a good key or token 401,
/// a role that may not 403, and somebody else's company 403 whether it exists or not. Who it is, <see cref="Entrance"/> says.
/// </summary>
public sealed partial class GateMiddleware(AccessTable accesses, Entrance entrance, TimeProvider clock, ILogger<GateMiddleware> logger) : IFunctionsWorkerMiddleware
{
    /// <summary>The last day of a key whose end is near, in the answer of every call that was made with it.</summary>
    public const string LastDayHeader = "X-Api-Key-Last-Day";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            // Were this gate ever to stand where requests are not seen yet, it would be open to everybody.
            if (accesses.IsCalledByHttp(context.FunctionDefinition.Name))
                throw new InvalidOperationException($"The host did not hand over the request that {context.FunctionDefinition.Name} was called by.");
            await next(context);
            return;
        }

        Guard(http.Response);
        var access = accesses.Of(context.FunctionDefinition.Name);
        if (access is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (access.Roles.Count > 0 && await RefusalForAsync(http, context.FunctionDefinition.Name, access) is { } refusal)
        {
            LogRefused(logger, context.FunctionDefinition.Name, refusal.Type);
            if (refusal.Status == StatusCodes.Status401Unauthorized && entrance.TakesTokens)
                http.Response.Headers.WWWAuthenticate = Credential.Bearer;
            await new ProblemResult(refusal).WriteAsync(http.Response, http.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>What every answer says to browsers.</summary>
    internal static void Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        // What is not the console is no page: a browser that is made to show an answer of ours runs and loads nothing in it. The console says its own.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private async Task<Refusal?> RefusalForAsync(HttpContext http, string function, AccessAttribute access)
    {
        var entered = await entrance.RecogniseAsync(http, access.Cost, http.RequestAborted);
        if (entered.IsRefused)
            return entered.Refusal;
        var (recognised, caller) = (entered.Value, entered.Value.Caller);
        // A try that is refused further down has a name too.
        http.Items[typeof(Recognised)] = recognised;
        if (recognised.Key is { } key && KeyTerm.DaysLeft(key, clock.GetUtcNow()) <= KeyTerm.WarnedDays)
            http.Response.Headers[LastDayHeader] = KeyTerm.LastDayOf(key)!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (caller.As(access.Roles) is not { } able)
            return Refusals.NotAllowed(caller.Role.ToWire());
        if (accesses.NamesCompany(function))
        {
            // Without it nobody could tell whose company it is: nothing is let through that was not looked at.
            if (http.Request.RouteValues["co"] is not string company)
                throw new InvalidOperationException($"The host did not tell which company {function} was called for.");
            // Who has a role elsewhere and another one here hears of the role, not that the company is a stranger's.
            if (able.At(company) is not { } there)
                return caller.At(company) is { } here ? Refusals.NotAllowed(here.Role.ToWire()) : Refusals.NotYours(company);
            able = there;
        }

        http.Items[typeof(Recognised)] = recognised with { Caller = able };
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} refused a request: {Refusal}.")]
    private static partial void LogRefused(ILogger logger, string function, string refusal);
}
