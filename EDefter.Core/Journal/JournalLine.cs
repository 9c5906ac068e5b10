using System.Text.Json.Serialization;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Journal;

/// <summary>A yevmiye satırı: numbered, with exactly one side and a positive amount of two decimals.</summary>
public sealed record JournalLine
{
    /// <summary>Satır no, running through the fiscal year.</summary>
    public required long Number { get; init; }

    /// <summary>1-based place in the entry.</summary>
    public required int NumberInEntry { get; init; }

    public required string MainAccount { get; init; }

    public required string MainAccountName { get; init; }

    /// <summary>The full account code; equals <see cref="MainAccount"/> where the account has no sub account.</summary>
    public required string SubAccount { get; init; }

    public required string SubAccountName { get; init; }

    public required VoucherSide Side { get; init; }

    /// <summary>Lira, greater than zero, at most two decimals.</summary>
    public required decimal Amount { get; init; }

    public required DateOnly PostingDate { get; init; }

    public DocumentType? DocumentType { get; init; }

    public string? DocumentTypeDescription { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    public string? PaymentMethod { get; init; }

    public string? Description { get; init; }

    public string? OriginalCurrency { get; init; }

    /// <summary>Unit: <see cref="OriginalCurrency"/>.</summary>
    public decimal? OriginalAmount { get; init; }

    public decimal? Rate { get; init; }

    public DateOnly? RateDate { get; init; }

    public string? RateSource { get; init; }

    public string? RateComment { get; init; }

    /// <summary>The ERP's id of the line.</summary>
    public string? ErpLineId { get; init; }

    [JsonIgnore]
    public decimal Debit => Side == VoucherSide.Debit ? Amount : 0m;

    [JsonIgnore]
    public decimal Credit => Side == VoucherSide.Credit ? Amount : 0m;
}
