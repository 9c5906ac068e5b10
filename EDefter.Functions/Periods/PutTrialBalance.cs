using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The ERP's mizan of the month: turnover by account (KON001); the latest wins.</summary>
public sealed class PutTrialBalance(SentBalances balances)
{
    [Function(nameof(PutTrialBalance))]
    [Access(Role.Erp, Role.Accountant)]
    [Takes(typeof(IReadOnlyList<BalanceRow>))]
    [Answers(typeof(BalancesSummary))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/{br}/periods/{p}/trial-balance")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<List<BalanceRow?>>(request, async rows => (await balances.SetTrialBalanceAsync(co, br, p, rows, cancellationToken)).Answer(), cancellationToken);
}
