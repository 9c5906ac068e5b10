using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Whether Muhasebe Bakım has something to offer for the very finding. A plan may still leave it out, where it would make another rule speak.</summary>
public sealed record RepairOffer(RepairClass Class, bool Offered);
