using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Whether Muhasebe Bakım knows a repair for the rule; whether it fits the single voucher is the plan's to say.</summary>
public sealed record RepairOffer(RepairClass Class, bool Offered);
