using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Repairs;

/// <summary>A plan as an .xlsx download. Written to a temporary file first: a workbook is written synchronously, an answer is not.</summary>
public sealed class RepairWorkbookResult(RepairWorkbook workbook, string company, string branch, string period, string run) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var file = TemporaryFile.Create();
        if (await workbook.WriteAsync(company, branch, period, run, file, http.RequestAborted) is { } refused)
        {
            await new ProblemResult(refused).ExecuteResultAsync(context);
            return;
        }

        file.Position = 0;
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"bakim-{company}-{branch}-{period}.xlsx\"";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
