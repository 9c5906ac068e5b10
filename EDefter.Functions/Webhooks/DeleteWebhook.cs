using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>Nothing is sent there any more; what was sent stays on record.</summary>
public sealed class DeleteWebhook(HookDesk hooks)
{
    [Function(nameof(DeleteWebhook))]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/webhooks/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken) =>
        (await hooks.DeleteAsync(co, id, request.Actor(), cancellationToken)).Answer(_ => new NoContentResult());
}
