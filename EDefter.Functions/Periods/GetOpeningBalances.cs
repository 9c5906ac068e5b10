using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>The opening balances of a fiscal year as sent, in ordinal order of accounts.</summary>
public sealed class GetOpeningBalances(SentBalances balances)
{
    [Function(nameof(GetOpeningBalances))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(IReadOnlyList<BalanceRow>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/years/{y}/opening-balances")] HttpRequest request, string co, string br, string y, CancellationToken cancellationToken)
    {
        return (await balances.FindOpeningAsync(co, br, y, cancellationToken)).Answer();
    }
}
