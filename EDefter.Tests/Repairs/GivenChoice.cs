using EDefter.Core.Repairs;
using EDefter.Core.Rules;

namespace EDefter.Tests.Repairs;

/// <summary>A choice of a test: always the same.</summary>
internal sealed class GivenChoice(string code, Choice choice) : ChoiceRepair
{
    /// <summary>Candidates for one member of the head.</summary>
    public GivenChoice(string code, string field, params string[] candidates)
        : this(code, new Choice(ChangeKind.Set, Line: null, field, candidates, "Deneme."))
    {
    }

    public override string Code => code;

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context) => [choice];
}
