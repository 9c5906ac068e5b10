using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>Recomputes the house’s audit trail and says where it first breaks.</summary>
public sealed class GetHouseAuditVerification(AuditDesk desk)
{
    [Function(nameof(GetHouseAuditVerification))]
    [Access(Role.Admin)]
    [Query("sequence", "A place that was noted elsewhere.")]
    [Query("hash", "The hash that was noted for it.")]
    [Answers(typeof(AuditVerdict))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/verify")] HttpRequest request, CancellationToken cancellationToken) =>
        AuditRequest.VerifyAsync(desk, request, company: null, cancellationToken);
}
