using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The balances of a fiscal year's first day by account (ACK006, HES009, HES010); the latest wins.</summary>
public sealed class PutOpeningBalances(SentBalances balances)
{
    [Function(nameof(PutOpeningBalances))]
    [Access(Role.Erp, Role.Accountant)]
    [Takes(typeof(IReadOnlyList<BalanceRow>))]
    [Answers(typeof(BalancesSummary))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/{br}/years/{y}/opening-balances")] HttpRequest request, string co, string br, string y, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<List<BalanceRow?>>(request, async rows => (await balances.SetOpeningAsync(co, br, y, rows, cancellationToken)).Answer(), cancellationToken);
}
