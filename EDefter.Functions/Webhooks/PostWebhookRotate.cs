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
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/webhooks/{id}/rotate")] HttpRequest request, string co, string id, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<RotateBody>(request, async asked => (await hooks.RotateAsync(co, id, asked.OverlapHours, request.Actor(), cancellationToken)).Answer(), cancellationToken);
}
