using System.IO.Compression;
using System.Text;
using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>The identity of a workbook over its uncompressed parts, computed again from an uploaded file, and the name of the program that saved it.</summary>
internal sealed record WorkbookContent(string Content, string? SavedBy)
{
    private const string Properties = "docProps/app.xml";
    private const long FreeBytes = 16 * 1024 * 1024;

    /// <exception cref="InvalidDataException">It is no ZIP, or broken.</exception>
    /// <exception cref="UploadLimitException">It unpacks to more than the limits allow.</exception>
    public static WorkbookContent Of(ZipArchive zip, VerifyLimits limits)
    {
        var listing = new ContentListing();
        var left = limits.UnpackedBytesMax;
        string? savedBy = null;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var allowed = Math.Min(left, Math.Max(FreeBytes, SaturatingRatio(entry.CompressedLength, limits.RatioMax)));
            var (sha256, bytes) = LimitedReader.Hash(stream, allowed);
            if (sha256 is null)
                throw new UploadLimitException("A workbook unpacks to too much.");
            left -= bytes;
            listing.Add(entry.FullName, sha256);
            if (entry.FullName == Properties)
                savedBy = ProgramOf(entry);
        }

        return new WorkbookContent(listing.ToHex(), savedBy);
    }

    private static long SaturatingRatio(long packed, int ratio) => packed > long.MaxValue / ratio ? long.MaxValue : packed * ratio;

    // Our workbooks have no such part: whoever has one was saved by another program, which says its name there.
    private static string ProgramOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[4_096];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return ProgramNamed(Encoding.UTF8.GetString(bytes, 0, read));
    }

    /// <summary>Excel, LibreOffice or another, from what a workbook says of the program that saved it.</summary>
    public static string ProgramNamed(string? text)
    {
        if (text is null)
            return "başka bir program";
        if (text.Contains("LibreOffice", StringComparison.Ordinal))
            return "LibreOffice";
        return text.Contains("Microsoft Excel", StringComparison.Ordinal) ? "Excel" : "başka bir program";
    }
}
