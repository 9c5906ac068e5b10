using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>What the key of the request may do and where: its role and the companies it reaches. So a screen needs nothing but the key.</summary>
public sealed class GetSession(CompanyRegister register)
{
    [Function(nameof(GetSession))]
    [Access(Role.Erp, Role.Accountant, Role.Integrator, Role.Admin)]
    [Answers(typeof(SessionBody))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/session")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        var companies = await register.ReachableAsync(caller, cancellationToken);
        return new WireResult(new SessionBody(caller.Role.ToWire(), [.. companies.Select(SessionCompany.Of)]));
    }
}
