using EDefter.Core.Repairs;
using EDefter.Core.Rules;

namespace EDefter.Tests.Repairs;

/// <summary>A choice of a test: candidates for one member of the head.</summary>
internal sealed class GivenChoice(string code, string field, params string[] candidates) : ChoiceRepair
{
    public override string Code => code;

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context) => [new Choice(ChangeKind.Set, Line: null, field, candidates, "Deneme.")];
}
