using EDefter.Core.Workflow.Rehearsing;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Rehearsal;

/// <summary>The report of a rehearsal as an .xlsx download. Some thousand findings at most: it fits in memory.</summary>
public sealed class RehearsalWorkbookResult(RehearsalReport report) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        using var file = new MemoryStream();
        RehearsalWorkbook.Write(report, file);
        file.Position = 0;
        var response = context.HttpContext.Response;
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"prova-{report.Company}-{report.Branch}-{report.Period}.xlsx\"";
        await file.CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
