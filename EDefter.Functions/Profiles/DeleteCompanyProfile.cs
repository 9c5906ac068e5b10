using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>Takes a file format of the company's own out of choice; archives made with it stay what they are.</summary>
public sealed class DeleteCompanyProfile(ProfileRegister profiles)
{
    [Function(nameof(DeleteCompanyProfile))]
    [Access(Role.Accountant)]
    [Answers(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/profiles/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var deleted = await profiles.DeleteAsync(co, id, cancellationToken);
        return deleted.Answer(_ => new NoContentResult());
    }
}
