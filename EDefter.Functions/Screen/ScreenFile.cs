using System.IO.Compression;
using System.Security.Cryptography;

namespace EDefter.Functions.Screen;

/// <summary>A file of the web console, ready to be sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">As it is.</param>
/// <param name="Packed">Gzipped; null where that gains nothing, as for fonts, which are packed already.</param>
/// <param name="ETag">Strong, from the content.</param>
public sealed record ScreenFile(string ContentType, byte[] Bytes, byte[]? Packed, string ETag)
{
    public static ScreenFile Of(string name, byte[] bytes)
    {
        var type = TypeOf(name);
        return new ScreenFile(type, bytes, type.StartsWith("font/", StringComparison.Ordinal) ? null : Pack(bytes), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The console has no files of this kind."),
    };

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
