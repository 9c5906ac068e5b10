using System.IO.Compression;

namespace EDefter.Functions.Http;

/// <summary>The body of an answer, compressed where the caller accepts gzip.</summary>
internal static class ResponseBody
{
    public static Stream Open(HttpContext context, CompressionLevel level)
    {
        var response = context.Response;
        response.Headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return new LeaveOpenStream(response.Body);
        response.Headers.ContentEncoding = "gzip";
        return new GZipStream(response.Body, level, leaveOpen: true);
    }
}
