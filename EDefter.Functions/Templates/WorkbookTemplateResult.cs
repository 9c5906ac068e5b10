using EDefter.Core.Formats.Templates;
using EDefter.Core.Reading.Profiles;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Templates;

/// <summary>An empty workbook of a reading profile as a download.</summary>
public sealed class WorkbookTemplateResult(ReadingProfile profile, string sheet, string fileName) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        using var workbook = new MemoryStream();
        TableTemplate.Write(profile, sheet, workbook);
        workbook.Position = 0;
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.ContentLength = workbook.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await workbook.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
