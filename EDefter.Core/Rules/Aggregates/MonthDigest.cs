using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// What the rules of later months need of a month, made of its vouchers alone: a few megabytes at a million lines. It knows no clock, no company and no order of arrival,
/// so the same vouchers always give the same bytes (<see cref="MonthDigestFile"/>).
/// </summary>
public sealed record MonthDigest
{
    public required Period Period { get; init; }

    /// <summary>Vouchers of the book.</summary>
    public required long Vouchers { get; init; }

    /// <summary>Turnover by account.</summary>
    public required AccountTotals Totals { get; init; }

    /// <summary>Turnover of the closing vouchers alone (ACK006 of the next fiscal year).</summary>
    public required AccountTotals ClosingTotals { get; init; }

    /// <summary>Opening vouchers (ACK003).</summary>
    public required IReadOnlyList<VoucherName> Openings { get; init; }

    /// <summary>Identities of kind and fiş no in ascending order, one for every voucher (FIS008).</summary>
    public required ulong[] Numbers { get; init; }

    /// <summary>Identities of the suppliers' documents that were booked, in ascending order (BEL016).</summary>
    public required ulong[] Documents { get; init; }

    /// <summary>Series of fiş numbers by kind (FIS009).</summary>
    public required IReadOnlyList<NumberSeries> VoucherSeries { get; init; }

    /// <summary>The company's own document numbers (BEL024).</summary>
    public required IReadOnlyList<NumberSeries> OwnSeries { get; init; }
}
