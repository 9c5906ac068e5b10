namespace EDefter.Core.Vouchers;

/// <summary>
/// A muhasebe fişi as the ERP sent it: anything but its identity may be missing or wrong, and nothing is lost by reading it.
/// The texts are those of the wire; what they mean is told by <see cref="VoucherKinds"/> and its neighbours.
/// </summary>
public sealed record Voucher
{
    /// <summary>The ERP's identity of the voucher, 1 to 128 characters; the same id again is a new version of it.</summary>
    public required string Id { get; init; }

    /// <summary>Fiş no: the ERP's own voucher number, free text. Not the madde no.</summary>
    public string? Number { get; init; }

    public DateField Date { get; init; }

    /// <summary>opening, closing, mahsup, tahsil, tediye; any other text is kept and is a finding.</summary>
    public string? Kind { get; init; }

    /// <summary>planned, prepared, checked, approved, cancelled; absent means approved.</summary>
    public string? State { get; init; }

    public string? EnteredBy { get; init; }

    /// <summary>The user of the ERP's audit trail, used when <see cref="EnteredBy"/> is empty.</summary>
    public string? EnteredByUser { get; init; }

    /// <summary>Instant of entry as sent; kept as text.</summary>
    public string? EnteredAt { get; init; }

    public string? Comment { get; init; }

    /// <summary>The ERP module that made the voucher; feeds the document-type map of the company.</summary>
    public string? Module { get; init; }

    public string? RowVersion { get; init; }

    /// <summary>Madde no that the ERP already gave; compared, never taken over.</summary>
    public string? JournalNumber { get; init; }

    /// <summary>The one document of the whole voucher, where the ERP knows it.</summary>
    public SourceDocument? Document { get; init; }

    public VoucherGrouping? Grouping { get; init; }

    public IReadOnlyList<VoucherLine> Lines { get; init; } = [];

    /// <summary>Members that EDefter does not know: one JSON object as compact text, given back as it came; null when there were none.</summary>
    public string? Extra { get; init; }
}
