using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIS006: an unapproved voucher is approved or left out of the book, which only a person can know (GİB: the book holds every entry).</summary>
internal sealed class ApproveOrLeaveOut : ChoiceRepair
{
    public override string Code => "FIS006";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context) =>
        [new(ChangeKind.Set, Line: null, "state", ["approved", "cancelled"], "Fiş onaysız: onaylı yapılırsa deftere girer; iptal edilirse saklanır, deftere girmez.")];
}
