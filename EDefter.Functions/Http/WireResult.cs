using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace EDefter.Functions.Http;

/// <summary>A JSON answer, gzipped for callers who accept it.</summary>
public sealed class WireResult(object value, int status = StatusCodes.Status200OK) : IStatusCodeActionResult
{
    public object Value => value;

    public int? StatusCode => status;

    /// <summary>The month's revision, sent as a strong ETag.</summary>
    public long? Revision { get; init; }

    public string? Location { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (Revision is { } revision)
            response.Headers.ETag = $"\"{revision}\"";
        if (Location is { } location)
            response.Headers.Location = location;
        await using var body = ResponseBody.Open(context.HttpContext, CompressionLevel.Fastest);
        if (value is RawJson raw)
            await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(raw.Text), context.HttpContext.RequestAborted);
        else
            await JsonSerializer.SerializeAsync(body, value, value.GetType(), WireJson.Options, context.HttpContext.RequestAborted);
    }
}
