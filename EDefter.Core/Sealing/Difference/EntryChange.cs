namespace EDefter.Core.Sealing.Difference;

/// <summary>What two archives of a month say differently of one voucher.</summary>
public sealed record EntryChange
{
    public required EntryChangeKind Kind { get; init; }

    public required string VoucherId { get; init; }

    /// <summary>Fiş no.</summary>
    public required string VoucherNumber { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Madde no in the earlier archive; null where the voucher was added.</summary>
    public long? NumberBefore { get; init; }

    /// <summary>Madde no in the later archive; null where the voucher was removed.</summary>
    public long? NumberAfter { get; init; }

    /// <summary>Lines of the entry.</summary>
    public required int Lines { get; init; }

    /// <summary>Σ debit = Σ credit, lira.</summary>
    public required decimal Total { get; init; }

    /// <summary>Field by field; empty where the whole voucher came or went.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];
}
