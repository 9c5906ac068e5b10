using System.IO.Compression;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Auditing;

/// <summary>An audit trail as NDJSON, each record to the letter with its hash as last member.</summary>
public sealed class AuditExportResult(IAsyncEnumerable<AuditLine> lines) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await using var body = ResponseBody.Open(http, CompressionLevel.Fastest);
        await foreach (var line in lines.WithCancellation(http.RequestAborted))
            await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(AuditChain.Export(line) + "\n"), http.RequestAborted);
    }
}
