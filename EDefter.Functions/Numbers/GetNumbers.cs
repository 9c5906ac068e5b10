using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Numbers;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Numbers;

/// <summary>The numbers feed, one entry a line in the order of the journal (NDJSON).</summary>
public sealed class GetNumbers(NumberFeed feed)
{
    [Function(nameof(GetNumbers))]
    [Unaudited("the ERP reads its own numbers back, as often as it likes")]
    [Access(Role.Erp, Role.Accountant)]
    [Answers("application/x-ndjson")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/numbers")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var items = await feed.OpenAsync(co, br, p, cancellationToken);
        return items.Answer(found => new NumberFeedResult(found));
    }
}
