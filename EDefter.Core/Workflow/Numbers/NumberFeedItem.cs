namespace EDefter.Core.Workflow.Numbers;

/// <summary>One line of the numbers feed.</summary>
/// <param name="VoucherId">The ERP's id.</param>
/// <param name="VoucherNumber">Fiş no as it stands in the journal: with the part behind it where the voucher is divided.</param>
/// <param name="Number">Madde no.</param>
/// <param name="FirstLine">Satır no of the first line.</param>
/// <param name="Lines">How many lines.</param>
public sealed record NumberFeedItem(string VoucherId, string? VoucherNumber, long Number, long FirstLine, int Lines)
{
    /// <summary>Which entry of a divided voucher this is, counted from 1; absent for a voucher that is one entry.</summary>
    public int? Part { get; init; }
}
