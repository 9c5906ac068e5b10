namespace EDefter.Core.Vouchers;

/// <summary>Where a voucher stands in the ERP. Cancelled vouchers are kept but are not in the book; unapproved ones block numbering (FIS006).</summary>
public enum VoucherState
{
    Approved,
    Checked,
    Prepared,
    Planned,
    Cancelled,

    /// <summary>A text that is none of the five words; treated as unapproved.</summary>
    Unknown,
}
