using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Screen;

/// <summary>A file of the console with everything a browser must not do with it.</summary>
public sealed class ScreenFileResult(ScreenFile file, string contentPolicy) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = contentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding";
        headers.ETag = file.ETag;
        if (request.Headers.IfNoneMatch.ToString().Contains(file.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var packed = request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) ? file.Packed : null;
        if (packed is not null)
            headers.ContentEncoding = "gzip";
        response.ContentType = file.ContentType;
        response.ContentLength = (packed ?? file.Bytes).Length;
        await response.Body.WriteAsync(packed ?? file.Bytes, context.HttpContext.RequestAborted);
    }
}
