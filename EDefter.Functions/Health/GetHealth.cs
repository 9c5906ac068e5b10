using System.Reflection;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Health;

/// <summary>Whether the service lives and reaches its storage; 503 when it does not.</summary>
public sealed class GetHealth(IStorageProbe storage)
{
    private static readonly string Version = typeof(GetHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    [Function(nameof(GetHealth))]
    [Public]
    [Answers(typeof(HealthBody))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        var reachable = await storage.IsReachableAsync(cancellationToken);
        return new WireResult(new HealthBody(reachable ? "ok" : "storage-unreachable", Version), reachable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
