namespace EDefter.Core.Vouchers;

/// <summary>The words of the wire for <see cref="VoucherSide"/>: D and C, and the Turkish B and A.</summary>
public static class VoucherSides
{
    /// <returns>The side, or null when the text is absent or none of the four letters (rule SAT006 tells the two apart).</returns>
    public static VoucherSide? Parse(string? text) => text switch
    {
        "D" or "B" => VoucherSide.Debit,
        "C" or "A" => VoucherSide.Credit,
        _ => null,
    };
}
