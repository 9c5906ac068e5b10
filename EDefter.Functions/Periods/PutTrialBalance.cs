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
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/{br}/periods/{p}/trial-balance")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var rows = await RequestJson.ReadAsync<List<BalanceRow?>>(request, cancellationToken);
        if (rows.IsRefused)
            return new ProblemResult(rows.Refusal);
        return (await balances.SetTrialBalanceAsync(co, br, p, rows.Value, cancellationToken)).Answer();
    }
}
