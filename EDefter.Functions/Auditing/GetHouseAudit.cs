using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>The audit trail of what belongs to no company that exists: tries aimed at none, restores that are not done yet.</summary>
public sealed class GetHouseAudit(AuditDesk desk)
{
    [Function(nameof(GetHouseAudit))]
    [Unaudited("it holds ids and counts, and every look would move its end")]
    [Access(Role.Admin)]
    [Query("after", "Behind this place.")]
    [Query("limit", "Items of a page.")]
    [Query("format", "ndjson for everything behind that place, a record a line.")]
    [Answers(typeof(AuditPageBody))]
    [Answers("application/x-ndjson")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request, CancellationToken cancellationToken) =>
        AuditRequest.ReadAsync(desk, request, company: null, cancellationToken);
}
