using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Screen;

/// <summary>A file of the console with everything a browser must not do with it.</summary>
public sealed class ScreenFileResult(ScreenFile file) : IActionResult
{
    // Everything comes from here and nothing is written into the page: no inline script, no inline style, no frame around it, no form that posts.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
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
