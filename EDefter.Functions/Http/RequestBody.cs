using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Http;

/// <summary>Opens a request's body within the limits of API.md: 100 MB on the wire, 2 GiB or 200 : 1 unpacked.</summary>
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

    /// <summary>Vouchers on their way in, or why the body cannot be taken at all.</summary>
    public static Outcome<VoucherBody> OpenVouchers(HttpRequest request)
    {
        if (!KnowsEncoding(request))
            return Refusals.UnknownContent(request.Headers.ContentEncoding.ToString());
        if (TableContent.IsWorkbook(request) is { } isWorkbook)
            return OpenTable(request, isWorkbook);
        return ContentOf(request) is { } content ? new VoucherBody(request, content) : Refusals.UnknownContent(request.ContentType ?? string.Empty);
    }

    /// <summary>A body as a seekable stream in a temporary file, deleted when it is disposed.</summary>
    public static async Task<Stream> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Stream file = TemporaryFile.Create();
        try
        {
            await request.Body.CopyToAsync(file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }

    private static Outcome<VoucherBody> OpenTable(HttpRequest request, bool isWorkbook)
    {
        var asked = request.Query["reading"].ToString() is { Length: > 0 } id ? id : ReadingProfileBook.Vouchers;
        return ReadingProfileBook.Find(asked) is { } profile && profile.GroupBy.Count > 0
            ? new VoucherBody(request, profile, isWorkbook)
            : Refusals.UnknownReading(asked, ReadingProfileBook.Profiles.Where(known => known.GroupBy.Count > 0).Select(known => known.Id));
    }

    private static bool IsGzip(HttpRequest request) => string.Equals(request.Headers.ContentEncoding.ToString(), "gzip", StringComparison.OrdinalIgnoreCase);

    private static bool KnowsEncoding(HttpRequest request) => request.Headers.ContentEncoding.ToString() is "" or "identity" || IsGzip(request);

    // A body without a type, or with a form's type that simple clients send by themselves, is read as JSON.
    private static VoucherContent? ContentOf(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        return type switch
        {
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" => VoucherContent.NdJson,
            null or "" or "application/json" or "text/json" or "application/x-www-form-urlencoded" => VoucherContent.Json,
            _ => null,
        };
    }
}
