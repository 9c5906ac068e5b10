using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>What the sample's bookkeeper decides about a fault that no software may mend.</summary>
/// <param name="Rule">Code of the rule that speaks.</param>
/// <param name="VoucherId">The voucher.</param>
/// <param name="Description">Turkish: what she found out and does.</param>
/// <param name="Corrected">The voucher that the ERP sends again; null when she chooses a candidate of the repair plan instead.</param>
/// <param name="Choose">The candidate she chooses in the repair plan's change of this rule and voucher; null when the ERP sends the voucher again.</param>
public sealed record SampleDecision(string Rule, string VoucherId, string Description, Voucher? Corrected, string? Choose)
{
    // Invariant: exactly one of Corrected and Choose is set.
}
