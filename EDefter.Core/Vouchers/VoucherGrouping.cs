namespace EDefter.Core.Vouchers;

/// <summary>Says that a voucher books many documents at once, in one of the permitted ways.</summary>
public sealed record VoucherGrouping
{
    /// <summary>invoices, bankDay, zReport, retail, partnerBordro, payroll, fx, eArchive; other texts are kept.</summary>
    public string? Kind { get; init; }

    public string? Count { get; init; }

    public DateField From { get; init; }

    public DateField To { get; init; }

    public string? Bank { get; init; }

    public string? Extra { get; init; }
}
