namespace EDefter.Core.Vouchers;

/// <summary>A fiş satırı as sent. Amounts are in Turkish lira.</summary>
public sealed record VoucherLine
{
    public string? Id { get; init; }

    /// <summary>The full account code, main and sub account together (<c>153.01</c>).</summary>
    public string? Account { get; init; }

    public string? AccountName { get; init; }

    /// <summary>Main account code, where it is not the first three digits of <see cref="Account"/>.</summary>
    public string? MainAccount { get; init; }

    public string? MainAccountName { get; init; }

    public AmountField Debit { get; init; }

    public AmountField Credit { get; init; }

    /// <summary>D or C, where the ERP says the side instead of filling a column.</summary>
    public string? Side { get; init; }

    public string? Description { get; init; }

    public DateField PostingDate { get; init; }

    public SourceDocument? Document { get; init; }

    public string? PaymentMethod { get; init; }

    public OriginalAmount? Original { get; init; }

    public Partner? Partner { get; init; }

    /// <summary>Branch code of the line, where the ERP keeps branches by line.</summary>
    public string? Branch { get; init; }

    /// <summary>VAT rate in percent.</summary>
    public AmountField VatRate { get; init; }

    /// <summary>Id of the line that a VAT line was computed from.</summary>
    public string? BaseLine { get; init; }

    /// <summary>Id of the document in the ERP.</summary>
    public string? SourceDocument { get; init; }

    /// <summary>Satır no that the ERP already gave; compared, never taken over.</summary>
    public string? JournalLine { get; init; }

    /// <summary>Which entry of a divided voucher the line belongs to, counted from 1; what it means for the voucher is told by <see cref="VoucherParts"/>.</summary>
    public string? Part { get; init; }

    public string? Extra { get; init; }
}
