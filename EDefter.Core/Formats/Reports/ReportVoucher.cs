using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Reports;

/// <summary>What a report's workbook shows of a voucher beside its findings. The voucher may be wrong, so anything may be missing.</summary>
public sealed record ReportVoucher
{
    /// <summary>The ERP's id.</summary>
    public required string Id { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public VoucherKind? Kind { get; init; }

    /// <summary>Lira; null where it is not known.</summary>
    public decimal? Debit { get; init; }

    public decimal? Credit { get; init; }

    public int? Lines { get; init; }

    public string? EnteredBy { get; init; }

    public string? Comment { get; init; }

    public static ReportVoucher Of(VoucherFacts facts) => new()
    {
        Id = facts.Voucher.Id,
        Number = facts.Voucher.Number,
        Date = facts.Date,
        Kind = facts.Kind,
        Debit = facts.Debit,
        Credit = facts.Credit,
        Lines = facts.Lines.Length,
        EnteredBy = facts.Voucher.EnteredBy,
        Comment = facts.Voucher.Comment,
    };
}
