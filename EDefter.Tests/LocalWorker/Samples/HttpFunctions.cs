using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class HttpFunctions(Recorder recorder)
{
    [Function("read")]
    public static IActionResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id}/{count}/{day}")] HttpRequest request, string id, int count, DateOnly day) =>
        new OkObjectResult(new { Id = id, Count = count, Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Query = request.Query["q"].ToString() });

    [Function("write")]
    public static async Task<IActionResult> WriteAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "things")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return new ContentResult { Content = body.Length.ToString(CultureInfo.InvariantCulture), StatusCode = StatusCodes.Status201Created };
    }

    [Function("rest")]
    public static IActionResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
        new ContentResult { Content = $"{request.Method} rest of {path}" };

    [Function("fail")]
    public static IActionResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fail")] HttpRequest request) =>
        throw new InvalidOperationException($"secret of {request.Path}");

    [Function("direct")]
    public static async Task DirectAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "direct")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        await request.HttpContext.Response.WriteAsync("written by hand");
    }

    [Function("wait")]
    public async Task<IActionResult> WaitAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait")] HttpRequest request, FunctionContext context)
    {
        recorder.Add("waiting for " + request.Path);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return new OkResult();
        }
        catch (OperationCanceledException)
        {
            recorder.Add("cancelled");
            throw;
        }
    }

    [Function("hold")]
    public async Task<IActionResult> HoldAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hold")] HttpRequest request)
    {
        recorder.Add("holding " + request.Path);
        await recorder.Gate;
        return new OkResult();
    }
}
