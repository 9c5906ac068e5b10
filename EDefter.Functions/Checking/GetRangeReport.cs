using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Checking;

/// <summary>The report of a range of days (<c>?from=&amp;to=</c>).</summary>
public sealed class GetRangeReport(CheckReports reports, ReportWorkbook workbook)
{
    [Function(nameof(GetRangeReport))]
    [Unaudited("its reader looks at it all day, as a page or as a workbook")]
    [Access(Role.Accountant)]
    [Query("from", "First day, yyyy-MM-dd.")]
    [Query("to", "Last day, yyyy-MM-dd.")]
    [Query("rule", "Only this rule.")]
    [Query("severity", "error, warning or info.")]
    [Query("voucher", "Only this voucher id.")]
    [Query("acknowledged", "true or false.")]
    [Query("format", "xlsx for the workbook, ndjson for all findings in lines.")]
    [Query("page", "From 1.")]
    [Query("size", "Items of a page.")]
    [Answers(typeof(ReportBody))]
    [Answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [Answers("application/x-ndjson")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/report")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var report = await reports.OpenRangeAsync(co, br, request.Query["from"], request.Query["to"], cancellationToken);
        return report.Answer(found => ReportAnswers.For(request, found, workbook));
    }
}
