namespace EDefter.Core.Reading.Tables;

/// <summary>How much of somebody's workbook is looked at.</summary>
public sealed record WorkbookLimits
{
    /// <summary>One unpacked part.</summary>
    public long PartBytesMax { get; init; } = 512L * 1024 * 1024;

    /// <summary>Unpacked size : packed size of a part, above the first 16 MiB.</summary>
    public int RatioMax { get; init; } = 200;

    /// <summary>The shared texts of all sheets, held in memory as UTF-8.</summary>
    public long TextBytesMax { get; init; } = 64L * 1024 * 1024;

    /// <summary>Shared texts; each costs twelve bytes beside its own.</summary>
    public int TextsMax { get; init; } = 8_000_000;

    /// <summary>All that is unpacked of a workbook, what is read again counted again.</summary>
    public long BytesMax { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Sheets of a workbook.</summary>
    public int SheetsMax { get; init; } = 1_000;

    /// <summary>Parts that a part names.</summary>
    public int RelationsMax { get; init; } = 20_000;

    /// <summary>Size of the ZIP's table of contents.</summary>
    public long DirectoryBytesMax { get; init; } = 1024 * 1024;

    internal const long FreeBytes = 16 * 1024 * 1024;

    internal long BytesMaxOf(long packed) =>
        Math.Min(PartBytesMax, Math.Max(FreeBytes, packed > long.MaxValue / RatioMax ? long.MaxValue : packed * RatioMax));
}
