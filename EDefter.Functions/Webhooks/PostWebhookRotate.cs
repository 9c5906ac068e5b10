using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>A new secret, told this once; the old one signs beside it for a while.</summary>
public sealed class PostWebhookRotate(HookDesk hooks)
{
    [Function(nameof(PostWebhookRotate))]
    [Access(Role.Accountant, Role.Admin)]
    [Takes(typeof(RotateBody))]
    [Answers(typeof(HookView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/webhooks/{id}/rotate")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var asked = await RequestJson.ReadAsync<RotateBody>(request, cancellationToken);
        if (asked.IsRefused)
            return new ProblemResult(asked.Refusal);
        return (await hooks.RotateAsync(co, id, asked.Value.OverlapHours, request.Actor(), cancellationToken)).Answer();
    }
}
