using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.ReadingProfiles;

/// <summary>A way of reading as it was sent, or as it comes with the product; <c>?hash=</c> gives an earlier content.</summary>
public sealed class GetReadingProfile(ReadingProfileRegister profiles)
{
    [Function(nameof(GetReadingProfile))]
    [Access(Role.Erp, Role.Accountant)]
    [Query("hash", "An earlier content of it.")]
    [Answers(typeof(JsonObject))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/reading-profiles/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var hash = request.Query["hash"].ToString();
        var content = await profiles.FindContentAsync(co, id, hash.Length == 0 ? null : hash, cancellationToken);
        return content.Answer(json => new WireResult(new RawJson(json)));
    }
}
