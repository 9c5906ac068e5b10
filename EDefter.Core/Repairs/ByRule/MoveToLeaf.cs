using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// HES003: a line on an account that has accounts under it may move to one of them: those that keep the line's partner, the most used first, or the only one there is.
/// Of many that nothing tells apart none is offered.
/// </summary>
internal sealed class MoveToLeaf : ChoiceRepair
{
    private const int CandidatesMax = 5;

    public override string Code => "HES003";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (finding.Line is not { } number || number > voucher.Lines.Length || context.Tree is not { } tree)
            return [];
        ref readonly var line = ref voucher.Lines[number - 1];
        if (line.Line.Account is not { Length: > 0 } account)
            return [];
        var leaves = tree.LeavesUnder(account).Where(candidate => IsOpen(candidate, voucher.Date)).ToList();
        var ofPartner = line.Line.Partner is { } partner ? OfPartner(leaves, partner, context.Uses) : [];
        List<string> candidates = ofPartner.Count > 0 ? ofPartner : leaves.Count == 1 ? [leaves[0].Code] : [];
        return candidates.Count == 0
            ? []
            : [new Choice(ChangeKind.Set, number, "account", candidates, $"{account} hesabının alt hesapları var; satır seçilen alt hesaba taşınır, tutarı değişmez.") { Reads = [new FieldPlace(number, "partner.taxId"), new FieldPlace(number, "partner.name")] }];
    }

    private static List<string> OfPartner(List<ChartAccount> leaves, Vouchers.Partner partner, AccountUses uses) =>
    [
        .. leaves
            .Select(leaf => (leaf.Code, Uses: partner.TaxId is { Length: > 0 } taxId ? uses.CountElsewhere(taxId, leaf.Code) : 0, IsOwn: IsOf(leaf, partner)))
            .Where(static leaf => leaf.Uses > 0 || leaf.IsOwn)
            .OrderByDescending(static leaf => leaf.Uses).ThenByDescending(static leaf => leaf.IsOwn).ThenBy(static leaf => leaf.Code, StringComparer.Ordinal)
            .Select(static leaf => leaf.Code)
            .Take(CandidatesMax),
    ];

    private static bool IsOf(ChartAccount leaf, Vouchers.Partner partner) =>
        (partner.TaxId is { Length: > 0 } taxId && string.Equals(leaf.PartnerTaxId, taxId, StringComparison.Ordinal))
        || (!string.IsNullOrWhiteSpace(partner.Name) && string.Equals(leaf.Name?.Trim(), partner.Name.Trim(), StringComparison.Ordinal));

    private static bool IsOpen(ChartAccount account, DateOnly? day) => day is not { } known || !(known < account.ActiveFrom || known > account.ActiveTo);
}
