using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Uploads;

namespace EDefter.Functions.Http;

/// <summary>Opens a request's body within its limits: 100 MB on the wire, 2 GiB or 200 : 1 unpacked.</summary>
public static class RequestBody
{
    /// <summary>Bytes on the wire; watched by <see cref="RequestLimits"/>.</summary>
    public const long WireBytesMax = 100L * 1024 * 1024;

    /// <summary>Bytes of the small JSON bodies: a chart of accounts is the largest of them.</summary>
    public const long SmallBytesMax = 32L * 1024 * 1024;

    /// <summary>The unpacked body; reading past a limit throws <see cref="BodyTooLargeException"/>.</summary>
    public static Stream Open(HttpRequest request, long unpackedBytesMax)
    {
        if (!IsGzip(request))
            return new BoundedStream(request.Body, unpackedBytesMax);
        var wire = new CountingStream(request.Body);
        return new BoundedStream(new GZipStream(wire, CompressionMode.Decompress), unpackedBytesMax, wire);
    }

    /// <summary>A file that is the body, unpacked, as a seekable stream in a temporary file that is deleted when it is disposed; or why it cannot be taken.</summary>
    public static async Task<Outcome<Stream>> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!KnowsEncoding(request))
            return Refusals.UnknownContent(request.Headers.ContentEncoding.ToString());
        try
        {
            await using var body = Open(request, UploadLimits.TableBytesMax);
            return await TemporaryFile.OfAsync(body, cancellationToken);
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGzip();
        }
    }

    /// <summary>The body's <c>Content-Encoding</c> can be undone.</summary>
    public static bool KnowsEncoding(HttpRequest request) => request.Headers.ContentEncoding.ToString() is "" or "identity" || IsGzip(request);

    private static bool IsGzip(HttpRequest request) => string.Equals(request.Headers.ContentEncoding.ToString(), "gzip", StringComparison.OrdinalIgnoreCase);
}
