using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Checking;

/// <summary>The report of the month's last check (<c>?format=json|xlsx|ndjson</c>, filters, paging).</summary>
public sealed class GetReport(CheckReports reports, ReportWorkbook workbook)
{
    [Function(nameof(GetReport))]
    [Access(Role.Accountant)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/report")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var report = await reports.OpenMonthAsync(co, br, p, cancellationToken);
        return report.Answer(found => ReportAnswers.For(request, found, workbook));
    }
}
