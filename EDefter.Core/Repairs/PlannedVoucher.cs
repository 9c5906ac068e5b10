using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>One voucher's part of a plan.</summary>
/// <param name="Work">The voucher as it will stand, and its changes.</param>
/// <param name="Left">What the rules still say of it then.</param>
/// <param name="Offered">What of that a person may choose about, and what nothing was offered for.</param>
internal sealed record PlannedVoucher(VoucherWork Work, IReadOnlyList<Finding> Left, OfferedChoices Offered);
