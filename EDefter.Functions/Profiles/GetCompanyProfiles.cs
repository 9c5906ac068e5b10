using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>The file formats of the company's own.</summary>
public sealed class GetCompanyProfiles(ProfileRegister profiles)
{
    [Function(nameof(GetCompanyProfiles))]
    [Access(Role.Accountant, Role.Integrator)]
    [Answers(typeof(IReadOnlyList<ProfileView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/profiles")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var list = await profiles.ListAsync(co, cancellationToken);
        return list.Answer(found => new WireResult(found));
    }
}
