namespace EDefter.Core.Formats.Gib;

/// <summary>How a month is divided and counted.</summary>
public sealed record GibBookOptions
{
    /// <summary>A book's file may not be larger (Teknik Kılavuz 2.2).</summary>
    public const long BytesMax = 200L * 1024 * 1024;

    /// <summary>Largest file of a book, bytes; at most <see cref="BytesMax"/>.</summary>
    public long PartBytesMax { get; init; } = BytesMax;

    /// <summary>Days after which a new part begins although there is room: the voluntary division by date.</summary>
    public IReadOnlySet<DateOnly> LastDaysOfParts { get; init; } = new HashSet<DateOnly>();

    /// <summary>Running number of the month's first part in the fiscal year.</summary>
    public required int FirstSeries { get; init; }

    /// <summary>Chain of the month's numbers: what the UUIDs of berats are derived from.</summary>
    public required string Chain { get; init; }

    /// <summary>Null makes unsigned drafts.</summary>
    public IDocumentSigner? Signer { get; init; }
}
