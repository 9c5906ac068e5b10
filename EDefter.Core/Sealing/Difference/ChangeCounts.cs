namespace EDefter.Core.Sealing.Difference;

/// <summary>How two archives of a month differ, in vouchers and lines.</summary>
/// <param name="Added">Vouchers that only the later archive has.</param>
/// <param name="Removed">Vouchers that only the earlier archive has.</param>
/// <param name="Changed">Vouchers that both have, with different content.</param>
/// <param name="Renumbered">Vouchers whose content is the same and whose numbers are not: they follow from the others.</param>
/// <param name="Same">Vouchers that are the same in everything.</param>
/// <param name="Lines">Lines of the added, removed and changed vouchers (of a changed one the greater number of the two).</param>
public sealed record ChangeCounts(long Added, long Removed, long Changed, long Renumbered, long Same, long Lines)
{
    public static readonly ChangeCounts None = new(0, 0, 0, 0, 0, 0);
}
