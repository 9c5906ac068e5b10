using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Auditing;

/// <summary>
/// Records every call that changes something or hands something out, after it was done and before its caller hears of it: an answer that anybody got stands in the trail. It stands around the
/// gate, so that refused tries are counted too. A record that cannot be written is an outage: the caller is told 503 and tries again, and every act finds itself.
/// </summary>
public sealed class AuditMiddleware(AuditedFunctions functions, AuditTrail trail, RefusedTries tries, TimeProvider clock) : IFunctionsWorkerMiddleware
{
    private const int ClientLeft = 499;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || functions.Find(context.FunctionDefinition.Name) is not { } function)
        {
            await next(context);
            return;
        }

        var act = context.FunctionDefinition.Name;
        try
        {
            await next(context);
        }
        catch (Exception fault) when (function.IsRecorded && !StorageOutage.Is(fault))
        {
            var left = fault is OperationCanceledException && http.RequestAborted.IsCancellationRequested;
            await RecordAsync(http, act, function, entry => entry with
            {
                Outcome = left ? AuditOutcome.Cancelled : AuditOutcome.Failed,
                Status = left ? ClientLeft : StatusCodes.Status500InternalServerError,
                Reason = left ? null : fault.GetType().Name,
            });
            throw;
        }

        if (http.Items[typeof(Refusal)] is Refusal refusal)
            tries.Add(TryOf(http, act, function, refusal));
        else if (function.IsRecorded && context.GetInvocationResult().Value is IActionResult answer)
            await RecordAsync(http, act, function, entry => AuditAnswer.Of(entry, answer));
    }

    // What was done is recorded whether or not the caller still listens.
    private async Task RecordAsync(HttpContext http, string act, AuditedFunction function, Func<AuditEntry, AuditEntry> ended)
    {
        var caller = http.FindCaller();
        var entry = new AuditEntry
        {
            At = clock.GetUtcNow(),
            Act = act,
            Route = function.Route,
            Key = caller?.KeyId,
            Role = caller?.Role.ToWire(),
            Outcome = AuditOutcome.Done,
            Ids = IdsOf(http.Request),
        };
        await trail.AppendAsync(CompanyOf(http), ended(entry), CancellationToken.None);
    }

    private static RefusedTry TryOf(HttpContext http, string act, AuditedFunction function, Refusal refusal)
    {
        var caller = http.FindCaller();
        return new RefusedTry(CompanyOf(http), act, function.Route, caller?.KeyId, caller?.Role.ToWire(), refusal.Status, refusal.Type);
    }

    // A job's address names no company: it is the one that the key was issued for. Who signed in for several has none that could be told.
    private static string? CompanyOf(HttpContext http) => http.Request.RouteValues["co"] as string ?? (http.FindCaller() is { Companies: [var only] } ? only : null);

    private static SortedDictionary<string, string> IdsOf(HttpRequest request)
    {
        var ids = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in request.RouteValues)
        {
            if (name != "co" && value is string id)
                ids[name] = RouteText.VoucherId(id);
        }

        return ids;
    }
}
