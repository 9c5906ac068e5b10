namespace EDefter.Core.Rehearsal;

/// <summary>How much of an upload is looked at.</summary>
public sealed record GibUploadLimits
{
    /// <summary>The largest book has 200 MB (Teknik Kılavuz 2.2); a carried PDF may add to a journal.</summary>
    public long DocumentBytesMax { get; init; } = 400L * 1024 * 1024;

    /// <summary>All documents of an upload, unpacked.</summary>
    public long BytesMax { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>A ZIP inside the ZIP, held while it is read.</summary>
    public long NestedBytesMax { get; init; } = 256L * 1024 * 1024;

    /// <summary>Size of a ZIP's table of contents.</summary>
    public long DirectoryBytesMax { get; init; } = 1024 * 1024;

    /// <summary>Findings listed per document; the rest is counted.</summary>
    public int FindingsMax { get; init; } = 500;
}
