using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Companies;

/// <summary>The chart of accounts, in ordinal order of codes.</summary>
public sealed class GetAccounts(CompanyRegister register)
{
    [Function(nameof(GetAccounts))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(IReadOnlyList<ChartAccount>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/accounts")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var chart = await register.FindChartAsync(co, cancellationToken);
        return chart.Answer(found => new WireResult(found.Accounts));
    }
}
