using EDefter.Core.Repairs;
using EDefter.Core.Rules;

namespace EDefter.Tests.Repairs;

/// <summary>A repair of a test, class B.</summary>
internal sealed class GivenRepair(string code, Func<VoucherFacts, Proposal?> propose, bool isStructural = false) : Repair
{
    public override string Code => code;

    public override RepairClass Class => RepairClass.B;

    public override bool IsStructural => isStructural;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) => propose(voucher);
}
