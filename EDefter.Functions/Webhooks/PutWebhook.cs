using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>Makes a webhook (201, with its secret, this once) or changes one.</summary>
public sealed class PutWebhook(HookDesk hooks)
{
    [Function(nameof(PutWebhook))]
    [Access(Role.Accountant, Role.Admin)]
    [Takes(typeof(HookChange))]
    [Answers(typeof(HookView))]
    [Answers(typeof(HookView), StatusCodes.Status201Created)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/webhooks/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var asked = await RequestJson.ReadAsync<HookChange>(request, cancellationToken);
        if (asked.IsRefused)
            return new ProblemResult(asked.Refusal);
        var saved = await hooks.PutAsync(co, id, asked.Value, request.Actor(), cancellationToken);
        return saved.Answer(hook => new WireResult(hook, hook.Secret is null ? StatusCodes.Status200OK : StatusCodes.Status201Created));
    }
}
