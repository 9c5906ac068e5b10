using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>A webhook and how far it has come; never its secret.</summary>
public sealed class GetWebhook(HookDesk hooks)
{
    [Function(nameof(GetWebhook))]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(typeof(HookView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/webhooks/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        _ = request;
        return (await hooks.FindAsync(co, id, cancellationToken)).Answer();
    }
}
