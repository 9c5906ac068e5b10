using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Companies;

/// <summary>Replaces the chart of accounts: JSON, a workbook or CSV (<c>?profile=</c> names how it is read).</summary>
public sealed class PutAccounts(CompanyRegister register, ReadingProfileRegister readings)
{
    [Function(nameof(PutAccounts))]
    [Access(Role.Erp, Role.Accountant)]
    [Takes(typeof(IReadOnlyList<ChartAccount>))]
    [Takes("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [Query("profile", "The reading profile of a table.")]
    [Answers(typeof(AccountsSaved))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/accounts")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var accounts = TableContent.IsWorkbook(request) is { } isWorkbook ? await AccountTable.ReadAsync(request, isWorkbook, readings, co, cancellationToken) : await RequestJson.ReadAsync<List<ChartAccount>>(request, cancellationToken);
        if (accounts.IsRefused)
            return new ProblemResult(accounts.Refusal);
        var saved = await register.SaveChartAsync(co, accounts.Value, cancellationToken);
        return saved.Answer(chart => new WireResult(new AccountsSaved(chart.Accounts.Count)));
    }
}
