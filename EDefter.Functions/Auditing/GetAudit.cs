using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>The audit trail of a company: who did what when, by the ids of keys; ids and counts only.</summary>
public sealed class GetAudit(AuditDesk desk)
{
    [Function(nameof(GetAudit))]
    [Unaudited("it holds ids and counts, and every look would move its end")]
    [Access(Role.Accountant, Role.Admin)]
    [Query("after", "Behind this place.")]
    [Query("limit", "Items of a page.")]
    [Query("format", "ndjson for everything behind that place, a record a line.")]
    [Answers(typeof(AuditPageBody))]
    [Answers("application/x-ndjson")]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/audit")] HttpRequest request, string co, CancellationToken cancellationToken) =>
        AuditRequest.ReadAsync(desk, request, co, cancellationToken);
}
