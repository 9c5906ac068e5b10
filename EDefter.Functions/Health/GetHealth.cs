using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Health;

/// <summary>Whether the service can work: it reaches its storage; 503 when it does not. Anybody may ask, so it tells nothing of what is stored or waits.</summary>
public sealed class GetHealth(IStorageProbe storage)
{
    [Function(nameof(GetHealth))]
    [Public]
    [Answers(typeof(HealthBody))]
    [Answers(typeof(HealthBody), StatusCodes.Status503ServiceUnavailable)]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        var reach = await storage.LookAsync(cancellationToken);
        var body = new HealthBody(reach.IsWhole ? "ok" : "storage-unreachable", ProgramVersion.Text, new StorageHealth(Word(reach.Tables), Word(reach.Blobs), Word(reach.Queues)));
        return new WireResult(body, reach.IsWhole ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(bool answers) => answers ? "ok" : "unreachable";
}
