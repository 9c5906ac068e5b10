using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Sealing.Difference;

/// <summary>A journal entry as it stood when its month was archived.</summary>
public sealed record ArchivedEntry
{
    /// <summary>Madde no.</summary>
    public required long Number { get; init; }

    public required string VoucherId { get; init; }

    public required string VoucherNumber { get; init; }

    public required VoucherKind Kind { get; init; }

    public required DateOnly Date { get; init; }

    public required string EnteredBy { get; init; }

    public string? Comment { get; init; }

    public required IReadOnlyList<JournalLine> Lines { get; init; }

    public static ArchivedEntry Of(JournalEntry entry) => new()
    {
        Number = entry.Number,
        VoucherId = entry.VoucherId,
        VoucherNumber = entry.VoucherNumber,
        Kind = entry.Kind,
        Date = entry.Date,
        EnteredBy = entry.EnteredBy,
        Comment = entry.Comment,
        Lines = entry.Lines,
    };
}
