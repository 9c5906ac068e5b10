using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>The webhooks of a company.</summary>
public sealed class GetWebhooks(HookDesk hooks)
{
    [Function(nameof(GetWebhooks))]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(typeof(IReadOnlyList<HookView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/webhooks")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        _ = request;
        return (await hooks.ListAsync(co, cancellationToken)).Answer();
    }
}
