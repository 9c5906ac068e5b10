using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>Revokes a key at once.</summary>
public sealed class DeleteKey(KeyDesk keys)
{
    [Function(nameof(DeleteKey))]
    [Access(Role.Admin)]
    [Answers(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/keys/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        return await keys.RevokeAsync(co, id, cancellationToken) ? new NoContentResult() : new ProblemResult(Refusals.UnknownKey(id));
    }
}
