using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EDefter.Functions.Http;

/// <summary>
/// What every request must keep to, whatever its function: the bytes on the wire, and headers that can be read. It stands behind the gate, so
/// that a stranger learns nothing here, and it is the one place where the server's own limit becomes a refusal that a bookkeeper can read.
/// </summary>
public sealed class RequestLimits : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        if (RefusalFor(http.Request) is { } refusal)
        {
            LetBodyPass(http);
            await new ProblemResult(refusal).WriteAsync(http.Response, http.RequestAborted);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge && !http.Response.HasStarted)
        {
            // A body that did not tell its length (chunked) turned out too long while it was read.
            await new ProblemResult(TooLong()).WriteAsync(http.Response, http.RequestAborted);
        }
    }

    private static Refusal? RefusalFor(HttpRequest request)
    {
        if (request.ContentLength > RequestBody.WireBytesMax)
            return TooLong();
        return request.HasUnreadableIfMatch() ? Refusals.UnreadableIfMatch() : null;
    }

    private static Refusal TooLong() => Refusals.TooLarge("Gönderi 100 MB sınırını aşıyor; hiçbir kayıt yapılmadı. Fişleri gzip ile sıkıştırarak, birkaç istekte ya da yükleme bağlantısıyla (POST …/uploads) gönderin.");

    // The refusal is sent at once, but many clients read it only when they have sent everything: the server then drains the rest for a few
    // seconds instead of breaking the connection, which the limit would otherwise make it do.
    private static void LetBodyPass(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
    }
}
