using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Class C: knows what a person may choose from when a rule speaks of a voucher. Never accepted without a choice.</summary>
public abstract class ChoiceRepair
{
    /// <summary>The rule it answers.</summary>
    public abstract string Code { get; }

    /// <returns>What a person may choose, mostly one choice; empty when no candidate can be derived, and the finding then counts as unrepairable.</returns>
    public abstract IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context);
}
