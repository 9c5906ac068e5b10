using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>A file format of the company's own as it was sent; <c>?hash=</c> gives the content that a manifest names.</summary>
public sealed class GetCompanyProfile(ProfileRegister profiles)
{
    [Function(nameof(GetCompanyProfile))]
    [Access(Role.Accountant, Role.Integrator)]
    [Query("hash", "An earlier content of it.")]
    [Answers(typeof(JsonObject))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/profiles/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var hash = request.Query["hash"].ToString();
        var content = await profiles.FindContentAsync(co, id, hash.Length == 0 ? null : hash, cancellationToken);
        return content.Answer(json => new WireResult(new RawJson(json)));
    }
}
