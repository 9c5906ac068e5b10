using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>What the key or the token of the request may do and where, and how long the key is good. So a screen needs nothing but either.</summary>
public sealed class GetSession(CompanyRegister register, TimeProvider clock)
{
    [Function(nameof(GetSession))]
    [Access(Role.Erp, Role.Accountant, Role.Integrator, Role.Admin)]
    [Answers(typeof(SessionBody))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/session")] HttpRequest request, CancellationToken cancellationToken)
    {
        var recognised = request.Recognised();
        var caller = recognised.Caller;
        var companies = await register.ReachableAsync(caller, cancellationToken);
        var key = recognised.Key is { } shown ? SessionKey.Of(shown, clock.GetUtcNow()) : null;
        return new WireResult(new SessionBody(caller.Role.ToWire(), [.. companies.Select(company => SessionCompany.Of(company, caller))], recognised.IsByToken ? "token" : "key", key, recognised.Person));
    }
}
