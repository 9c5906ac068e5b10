using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>The last place of the house’s audit trail and its hash.</summary>
public sealed class GetHouseAuditHead(AuditDesk desk)
{
    [Function(nameof(GetHouseAuditHead))]
    [Access(Role.Admin)]
    [Answers(typeof(AuditHead))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/head")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.HeadAsync(company: null, cancellationToken)).Answer();
    }
}
