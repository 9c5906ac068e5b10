using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>
/// Class C: knows where a line may be moved when a rule faults its account. Such a rule tells an account once a month, but the lines are moved one by one:
/// each may have been meant for another account.
/// </summary>
public abstract class AccountMove
{
    /// <summary>The rule about accounts that it answers.</summary>
    public abstract string Code { get; }

    /// <summary>What a person may choose for a line whose account the rule faults; null when nothing points to another account.</summary>
    public abstract Choice? Offer(VoucherFacts voucher, in LineFacts line, RepairContext context);
}
