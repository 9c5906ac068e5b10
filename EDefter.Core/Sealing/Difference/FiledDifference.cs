namespace EDefter.Core.Sealing.Difference;

/// <summary>A yevmiye maddesi that the filed book and the month do not tell alike.</summary>
public sealed record FiledDifference
{
    public required FiledDifferenceKind Kind { get; init; }

    /// <summary>Madde no; null where the filed one cannot be read.</summary>
    public long? Number { get; init; }

    /// <summary>The ERP's id; null where the month has no such entry.</summary>
    public string? VoucherId { get; init; }

    /// <summary>Fiş no, the month's where it has one.</summary>
    public string? VoucherNumber { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>First satır no in the filed book.</summary>
    public long? FirstLineFiled { get; init; }

    /// <summary>First satır no in the month.</summary>
    public long? FirstLineHere { get; init; }

    /// <summary>Σ debit in the filed book, lira.</summary>
    public decimal? TotalFiled { get; init; }

    /// <summary>Σ debit in the month, lira.</summary>
    public decimal? TotalHere { get; init; }

    /// <summary>Field by field: before is what was filed, after what the month says; empty where one side has no such entry.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];
}
