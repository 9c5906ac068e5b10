using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// HES003: a line on an account that has accounts under it may move to one of them: those that keep the line's partner, the most used first, or the only one there is.
/// Of many that nothing tells apart none is offered.
/// </summary>
internal sealed class MoveToLeaf : ChoiceRepair
{
    public override string Code => "HES003";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (finding.Line is not { } number || number > voucher.Lines.Length || context.Tree is not { } tree)
            return [];
        ref readonly var line = ref voucher.Lines[number - 1];
        if (line.Line.Account is not { Length: > 0 } account)
            return [];
        var leaves = tree.LeavesUnder(account).Where(candidate => LeafCandidates.IsOpen(candidate, voucher.Date)).ToList();
        var ofPartner = LeafCandidates.OfPartner(leaves, line.Line.Partner, context.Uses);
        IReadOnlyList<string> candidates = ofPartner.Count > 0 ? ofPartner : leaves.Count == 1 ? [leaves[0].Code] : [];
        return candidates.Count == 0
            ? []
            : [new Choice(ChangeKind.Set, number, "account", candidates, $"{account} hesabının alt hesapları var; satır seçilen alt hesaba taşınır, tutarı değişmez.") { Reads = [new FieldPlace(number, "partner.taxId"), new FieldPlace(number, "partner.name")] }];
    }
}
