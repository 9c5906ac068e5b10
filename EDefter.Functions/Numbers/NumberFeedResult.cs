using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Numbers;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Numbers;

/// <summary>The numbers as NDJSON. They are put aside until the last one was verified: an ERP that has read half of a feed would have half of wrong numbers.</summary>
public sealed class NumberFeedResult(OpenFeed feed) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        await using var aside = TemporaryFile.Create();
        await foreach (var item in feed.Items.WithCancellation(http.RequestAborted))
        {
            await JsonSerializer.SerializeAsync(aside, item, WireJson.Options, http.RequestAborted);
            aside.WriteByte((byte)'\n');
        }

        if (feed.Verdict() is { } broken)
        {
            await new ProblemResult(broken).ExecuteResultAsync(context);
            return;
        }

        aside.Position = 0;
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        await using var body = ResponseBody.Open(http, CompressionLevel.Fastest);
        await aside.CopyToAsync(body, http.RequestAborted);
    }
}
