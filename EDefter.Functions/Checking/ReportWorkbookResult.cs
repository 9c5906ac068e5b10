using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Checking;

/// <summary>A report as an .xlsx download. Written to a temporary file first: a workbook is written synchronously, an answer is not.</summary>
public sealed class ReportWorkbookResult(OpenReport report, ReportWorkbook workbook) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var file = TemporaryFile.Create();
        await workbook.WriteAsync(report, file, http.RequestAborted);
        file.Position = 0;
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName()}\"";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private string FileName()
    {
        var range = report.Head.Period?.ToString() ?? FormattableString.Invariant($"{report.Head.From:yyyy-MM-dd}_{report.Head.To:yyyy-MM-dd}");
        return $"kontrol-{report.Head.Company}-{report.Head.Branch}-{range}.xlsx";
    }
}
