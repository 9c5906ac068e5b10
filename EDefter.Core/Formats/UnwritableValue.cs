namespace EDefter.Core.Formats;

/// <summary>A value that the chosen format cannot hold exactly and must not adapt: the archive is refused, and every such value is told.</summary>
public sealed record UnwritableValue
{
    public required UnwritableReason Reason { get; init; }

    /// <summary>Madde no; null for a value of the file.</summary>
    public long? EntryNumber { get; init; }

    /// <summary>The ERP's id of the voucher.</summary>
    public string? VoucherId { get; init; }

    /// <summary>Fiş no.</summary>
    public string? VoucherNumber { get; init; }

    /// <summary>1-based line of the voucher; null for a value of the voucher or the file.</summary>
    public int? Line { get; init; }

    /// <summary>Name of the canonical field (<see cref="CanonicalFields"/>); null where no single field is meant.</summary>
    public string? Field { get; init; }

    /// <summary>Turkish, with the place and the character shown.</summary>
    public required string Message { get; init; }

    /// <summary>Turkish: what to do.</summary>
    public required string Remedy { get; init; }
}
