using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The days of a month with vouchers, lines and amounts.</summary>
public sealed class GetPeriodDays(MonthDays days)
{
    [Function(nameof(GetPeriodDays))]
    [Access(Role.Accountant)]
    [Answers(typeof(IReadOnlyList<DayTotals>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/days")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        _ = request;
        return (await days.ReadAsync(co, br, p, cancellationToken)).Answer();
    }
}
