namespace EDefter.Core.Repairs;

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>One field gets another value.</summary>
    Set,

    /// <summary>One line becomes two, or a line that says nothing is left out.</summary>
    SplitLine,

    /// <summary>One voucher becomes several entries; it stays one voucher (<see cref="Vouchers.VoucherParts"/>).</summary>
    SplitVoucher,

    /// <summary>The voucher is kept but leaves the book.</summary>
    Exclude,
}
