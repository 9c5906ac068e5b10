using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>One voucher's part of a plan.</summary>
/// <param name="Work">The voucher as it will stand, and its changes.</param>
/// <param name="Left">What the rules still say of it then.</param>
/// <param name="Unanswered">What of that nothing was offered for, and no choice either.</param>
internal sealed record PlannedVoucher(VoucherWork Work, IReadOnlyList<Finding> Left, IReadOnlyList<Finding> Unanswered);
