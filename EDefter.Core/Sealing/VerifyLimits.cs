namespace EDefter.Core.Sealing;

/// <summary>How much of an upload is looked at. Files are never read beyond the size the manifest knows; these limits hold for what it does not know.</summary>
public sealed record VerifyLimits
{
    /// <summary>The whole upload.</summary>
    public long UploadBytesMax { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Size of a ZIP's table of contents.</summary>
    public long DirectoryBytesMax { get; init; } = 1024 * 1024;

    /// <summary>A workbook inside a ZIP that must be opened itself; held in memory.</summary>
    public long NestedBytesMax { get; init; } = 256L * 1024 * 1024;

    /// <summary>The unpacked parts of one workbook.</summary>
    public long UnpackedBytesMax { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Unpacked size : packed size of a workbook's part, above the first 16 MiB.</summary>
    public int RatioMax { get; init; } = 200;
}
