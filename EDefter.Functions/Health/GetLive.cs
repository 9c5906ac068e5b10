using EDefter.Functions.Gate;
using EDefter.Functions.Gate.Entra;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Health;

/// <summary>Whether the process answers at all, and where people sign in. It asks nobody: a restart would not bring storage back.</summary>
public sealed class GetLive(EntraSwitch tokens)
{
    [Function(nameof(GetLive))]
    [Public]
    [Answers(typeof(LiveBody))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request)
    {
        _ = request;
        return new WireResult(new LiveBody("alive", ProgramVersion.Text, tokens.Platform));
    }
}
