using System.Globalization;
using System.Text.Json;
using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace EDefter.Functions.Http;

/// <summary>A refusal as application/problem+json (RFC 9457): stable <c>type</c>, Turkish <c>title</c> and <c>detail</c>, the values as further members.</summary>
public sealed class ProblemResult(Refusal refusal) : IStatusCodeActionResult
{
    public Refusal Refusal => refusal;

    public int? StatusCode => refusal.Status;

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext.Response, context.HttpContext.RequestAborted);

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        // Whoever stands around the gate learns what was refused there.
        response.HttpContext.Items[typeof(Refusal)] = refusal;
        response.StatusCode = refusal.Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        if (refusal.RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await JsonSerializer.SerializeAsync(response.Body, Members(refusal), WireJson.Options, cancellationToken);
    }

    /// <summary>The members of the problem document.</summary>
    public static IReadOnlyDictionary<string, object> Members(Refusal refusal)
    {
        var members = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = "urn:edefter:" + refusal.Type,
            ["title"] = refusal.Title,
            ["status"] = refusal.Status,
            ["detail"] = refusal.Detail,
        };
        foreach (var (name, value) in refusal.Values)
            members.TryAdd(name, value);
        return members;
    }
}
