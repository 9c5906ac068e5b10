using EDefter.Core.Workflow.Printing;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Printing;

/// <summary>A PDF, streamed from where it stands.</summary>
public sealed class PdfResult(OpenPrint print) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var content = print.Content;
        http.Response.ContentType = "application/pdf";
        http.Response.ContentLength = print.Bytes;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{print.Name}\"";
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
