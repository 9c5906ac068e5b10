using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>The last place of a company’s audit trail and its hash: noted elsewhere, it proves later that nothing before it was changed.</summary>
public sealed class GetAuditHead(AuditDesk desk)
{
    [Function(nameof(GetAuditHead))]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(typeof(AuditHead))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/audit/head")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.HeadAsync(co, cancellationToken)).Answer();
    }
}
