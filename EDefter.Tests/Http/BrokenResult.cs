using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Tests.Http;

/// <summary>A list that breaks off while it is sent.</summary>
internal sealed class BrokenResult(int linesBefore, Exception fault) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/x-ndjson";
        response.Headers.ETag = "\"1\"";
        for (var n = 0; n < linesBefore; n++)
        {
            await response.WriteAsync("{}\n");
            await response.Body.FlushAsync();
        }

        throw fault;
    }
}
