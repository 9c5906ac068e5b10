using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The months of a fiscal year with state and totals (<c>?year=</c>: any day or month of it; absent: the last).</summary>
public sealed class GetPeriods(MonthOverview overview)
{
    [Function(nameof(GetPeriods))]
    [Access(Role.Erp, Role.Accountant)]
    [Query("year", "A day or month inside the fiscal year, or the year it starts in.")]
    [Answers(typeof(IReadOnlyList<MonthView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        return (await overview.YearAsync(co, br, request.Query["year"], cancellationToken)).Answer();
    }
}
