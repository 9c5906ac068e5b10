using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The ERP's mizan of the month as sent, in ordinal order of accounts.</summary>
public sealed class GetTrialBalance(SentBalances balances)
{
    [Function(nameof(GetTrialBalance))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(IReadOnlyList<BalanceRow>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/trial-balance")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        return (await balances.FindTrialBalanceAsync(co, br, p, cancellationToken)).Answer();
    }
}
