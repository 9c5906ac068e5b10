using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Which accounts of the chart a line may be moved to: those that something about the line points to, the likeliest first. Of many that nothing tells apart none is named.</summary>
internal static class LeafCandidates
{
    private const int CandidatesMax = 5;

    /// <summary>The accounts of the line’s partner, those used for the partner most first.</summary>
    public static IReadOnlyList<string> OfPartner(IReadOnlyList<ChartAccount> leaves, Partner? partner, AccountUses uses) => partner is null ? [] :
    [
        .. leaves
            .Select(leaf => (leaf.Code, Uses: partner.TaxId is { Length: > 0 } taxId ? uses.CountElsewhere(taxId, leaf.Code) : 0, IsOwn: IsOf(leaf, partner)))
            .Where(static leaf => leaf.Uses > 0 || leaf.IsOwn)
            .OrderByDescending(static leaf => leaf.Uses).ThenByDescending(static leaf => leaf.IsOwn).ThenBy(static leaf => leaf.Code, StringComparer.Ordinal)
            .Select(static leaf => leaf.Code)
            .Take(CandidatesMax),
    ];

    /// <summary>The accounts of the partner, then those that bear the name that the line writes; else the only account there is.</summary>
    public static IReadOnlyList<string> OfLine(IReadOnlyList<ChartAccount> leaves, VoucherLine line, AccountUses uses)
    {
        string[] told = [.. OfPartner(leaves, line.Partner, uses).Concat(leaves.Where(leaf => IsNamed(leaf, line.AccountName)).Select(static leaf => leaf.Code)).Distinct(StringComparer.Ordinal).Take(CandidatesMax)];
        return told.Length == 0 && leaves.Count == 1 ? [leaves[0].Code] : told;
    }

    /// <summary>Whether the chart has the account open on the day; true where the voucher has no day.</summary>
    public static bool IsOpen(ChartAccount account, DateOnly? day) => day is not { } known || !(known < account.ActiveFrom || known > account.ActiveTo);

    private static bool IsOf(ChartAccount leaf, Partner partner) =>
        (partner.TaxId is { Length: > 0 } taxId && string.Equals(leaf.PartnerTaxId, taxId, StringComparison.Ordinal)) || IsNamed(leaf, partner.Name);

    private static bool IsNamed(ChartAccount leaf, string? name) => !string.IsNullOrWhiteSpace(name) && string.Equals(leaf.Name?.Trim(), name.Trim(), StringComparison.Ordinal);
}
