using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.MonthEnds;

/// <summary>What the month end did to the month, step by step, or why it stopped, and who was told.</summary>
public sealed class GetMonthEnd(MonthEndStories stories)
{
    [Function(nameof(GetMonthEnd))]
    [Access(Role.Accountant)]
    [Answers(typeof(MonthEndReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/month-end")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        _ = request;
        return (await stories.FindAsync(co, br, p, cancellationToken)).Answer();
    }
}
