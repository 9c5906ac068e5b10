using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.ReadingProfiles;

/// <summary>Takes a way of reading of the company's own out of choice; what was read with it stays.</summary>
public sealed class DeleteReadingProfile(ReadingProfileRegister profiles)
{
    [Function(nameof(DeleteReadingProfile))]
    [Access(Role.Accountant)]
    [Answers(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/reading-profiles/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var deleted = await profiles.DeleteAsync(co, id, cancellationToken);
        return deleted.Answer(_ => new NoContentResult());
    }
}
