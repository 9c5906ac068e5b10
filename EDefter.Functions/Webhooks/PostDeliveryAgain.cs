using System.Globalization;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>Sends an event whose tries all failed once more.</summary>
public sealed class PostDeliveryAgain(DeliveryDesk deliveries)
{
    [Function(nameof(PostDeliveryAgain))]
    [Access(Role.Accountant, Role.Admin)]
    [Answers(typeof(HookDelivery), StatusCodes.Status202Accepted)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/webhooks/{id}/deliveries/{n}/again")] HttpRequest request, string co, string id, string n, CancellationToken cancellationToken)
    {
        _ = request;
        if (!long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return new ProblemResult(Refusals.InvalidWebhook($"\"{n}\" bir sıra numarası değil. Bildirimler listesindeki sıra numarasını olduğu gibi verin."));
        return (await deliveries.AgainAsync(co, id, place, cancellationToken)).Answer(delivery => new WireResult(delivery, StatusCodes.Status202Accepted));
    }
}
