using System.Security.Cryptography;

namespace EDefter.Core.Sealing;

/// <summary>Reads and hashes streams whose length nobody can be trusted to tell.</summary>
internal static class LimitedReader
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>SHA-256 of the stream, reading at most one byte more than <paramref name="bytesMax"/>.</summary>
    /// <returns>The hash in hex, and the bytes read; a null hash when there are more.</returns>
    public static (string? Sha256, long Bytes) Hash(Stream source, long bytesMax)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var bytes = 0L;
        while (source.Read(buffer, 0, (int)Math.Min(buffer.Length, bytesMax + 1 - bytes)) is var read and > 0)
        {
            bytes += read;
            if (bytes > bytesMax)
                return (null, bytes);
            hash.AppendData(buffer, 0, read);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    /// <summary>The whole stream in memory.</summary>
    /// <exception cref="UploadLimitException">It holds more than <paramref name="bytesMax"/>.</exception>
    public static MemoryStream Hold(Stream source, long bytesMax)
    {
        var held = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (source.Read(buffer, 0, buffer.Length) is var read and > 0)
        {
            if (held.Length + read > bytesMax)
                throw new UploadLimitException("A file inside the ZIP is too large.");
            held.Write(buffer, 0, read);
        }

        held.Position = 0;
        return held;
    }
}
