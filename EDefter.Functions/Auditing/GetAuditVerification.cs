using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>Recomputes a company’s audit trail and says where it first breaks.</summary>
public sealed class GetAuditVerification(AuditDesk desk)
{
    [Function(nameof(GetAuditVerification))]
    [Access(Role.Accountant, Role.Admin)]
    [Query("sequence", "A place that was noted elsewhere.")]
    [Query("hash", "The hash that was noted for it.")]
    [Answers(typeof(AuditVerdict))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/audit/verify")] HttpRequest request, string co, CancellationToken cancellationToken) =>
        AuditRequest.VerifyAsync(desk, request, co, cancellationToken);
}
