using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>The file formats that come with the product, with their confidence, source and columns.</summary>
public sealed class GetProfiles
{
    [Function(nameof(GetProfiles))]
    [Access(Role.Erp, Role.Accountant, Role.Integrator, Role.Admin)]
    [Answers(typeof(IReadOnlyList<ProfileView>))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/profiles")] HttpRequest request) => new WireResult(ProfileRegister.BuiltIn);
}
