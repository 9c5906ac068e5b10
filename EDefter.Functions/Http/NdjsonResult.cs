using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Http;

/// <summary>Items as NDJSON, written while they are read.</summary>
public sealed class NdjsonResult<T>(IAsyncEnumerable<T> items) : IActionResult
{
    private const int FlushBytes = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await using var body = ResponseBody.Open(http, CompressionLevel.Fastest);
        using var pending = new MemoryStream();
        await foreach (var item in items.WithCancellation(http.RequestAborted))
        {
            JsonSerializer.Serialize(pending, item, WireJson.Options);
            pending.WriteByte((byte)'\n');
            if (pending.Length >= FlushBytes)
                await DrainAsync(pending, body, http.RequestAborted);
        }

        await DrainAsync(pending, body, http.RequestAborted);
    }

    private static async Task DrainAsync(MemoryStream pending, Stream body, CancellationToken cancellationToken)
    {
        await body.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        pending.SetLength(0);
    }
}
