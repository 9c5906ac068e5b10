using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>One month with state and totals; its revision is the ETag.</summary>
public sealed class GetPeriod(MonthOverview overview)
{
    [Function(nameof(GetPeriod))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(MonthView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var month = await overview.MonthAsync(co, br, p, cancellationToken);
        return month.Answer(found => new WireResult(found) { Revision = found.Revision });
    }
}
