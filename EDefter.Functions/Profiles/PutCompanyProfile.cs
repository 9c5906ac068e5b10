using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>Keeps a file format of the company's own; every content it ever had stays.</summary>
public sealed class PutCompanyProfile(ProfileRegister profiles)
{
    [Function(nameof(PutCompanyProfile))]
    [Access(Role.Accountant)]
    [Takes(typeof(JsonObject))]
    [Answers(typeof(ProfileView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/profiles/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var json = await RequestJson.ReadBytesAsync(request, RequestBody.SmallBytesMax, cancellationToken);
        if (json.IsRefused)
            return new ProblemResult(json.Refusal);
        return (await profiles.SaveAsync(co, id, json.Value, request.Actor(), cancellationToken)).Answer();
    }
}
