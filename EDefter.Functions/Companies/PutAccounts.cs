using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Companies;

/// <summary>Replaces the chart of accounts: JSON, a workbook or CSV.</summary>
public sealed class PutAccounts(CompanyRegister register)
{
    [Function(nameof(PutAccounts))]
    [Access(Role.Erp, Role.Accountant)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "companies/{co}/accounts")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var accounts = TableContent.IsWorkbook(request) is { } isWorkbook ? await AccountTable.ReadAsync(request, isWorkbook, cancellationToken) : await RequestJson.ReadAsync<List<ChartAccount>>(request, cancellationToken);
        if (accounts.IsRefused)
            return new ProblemResult(accounts.Refusal);
        var saved = await register.SaveChartAsync(co, accounts.Value, cancellationToken);
        return saved.Answer(chart => new WireResult(new { accounts = chart.Accounts.Count }));
    }
}
