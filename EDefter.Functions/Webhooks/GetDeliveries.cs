using System.Globalization;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>What became of each event at a webhook: <c>?state=waiting|delivered|dead&amp;after=&amp;limit=</c>.</summary>
public sealed class GetDeliveries(DeliveryDesk deliveries)
{
    [Function(nameof(GetDeliveries))]
    [Access(Role.Accountant, Role.Admin)]
    [Query("state", "waiting, delivered or dead.")]
    [Query("after", "The number of the last page.")]
    [Query("limit", "Items of a page.")]
    [Answers(typeof(DeliveryPageResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/webhooks/{id}/deliveries")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, DeliveryDesk.LimitMost) : DeliveryDesk.LimitDefault;
        var after = long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        string? state = request.Query["state"];
        var page = await deliveries.ListAsync(co, id, state, after, limit, cancellationToken);
        return page.Answer(found => new WireResult(DeliveryPageResult.Of(found, request, state, limit)));
    }
}
