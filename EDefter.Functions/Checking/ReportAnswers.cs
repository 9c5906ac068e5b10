using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Checking;

/// <summary>A report in the form that was asked for.</summary>
public static class ReportAnswers
{
    public static IActionResult For(HttpRequest request, OpenReport report, ReportWorkbook workbook)
    {
        var filter = FindingFilter.Read(request);
        if (filter.IsRefused)
            return new ProblemResult(filter.Refusal);
        return request.Query["format"].ToString() switch
        {
            "xlsx" => new ReportWorkbookResult(report, workbook),
            "ndjson" => new NdjsonResult<ReportFinding>(filter.Value.Apply(report.Findings(request.HttpContext.RequestAborted))),
            _ => new ReportPageResult(report, filter.Value),
        };
    }
}
