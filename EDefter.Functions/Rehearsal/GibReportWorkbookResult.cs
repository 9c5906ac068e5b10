using EDefter.Core.Rehearsal;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Rehearsal;

/// <summary>A check of e-Defter files as an .xlsx download. Written to a temporary file first: a workbook is written synchronously, an answer is not.</summary>
public sealed class GibReportWorkbookResult(GibCheckReport report) : IActionResult
{
    /// <summary>Content type of a workbook, as callers may ask for it.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var file = TemporaryFile.Create();
        GibReportWorkbook.Write(report, file);
        file.Position = 0;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"e-defter-kontrol.xlsx\"";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    /// <summary>The caller asks for the workbook: <c>?format=xlsx</c>, or by its type in Accept.</summary>
    public static bool IsAsked(HttpRequest request) => request.Query["format"] == "xlsx" || request.Headers.Accept.ToString().Contains(ContentType, StringComparison.OrdinalIgnoreCase);
}
