namespace EDefter.Core.Repairs;

/// <summary>Why a repair or its undoing is impossible now.</summary>
/// <param name="Type">Stable word: <c>unknown-change</c>, <c>choice-needed</c>, <c>choice-unknown</c>, <c>not-repairable</c>, <c>requires-missing</c>, <c>nothing-accepted</c>, <c>before-moved</c>, <c>changed-since</c>, <c>later-depends</c>, <c>not-applied</c>.</param>
/// <param name="Detail">Turkish sentence that says what to do.</param>
/// <param name="Change">The number of the change it is about, or null.</param>
/// <param name="VoucherId">The voucher it is about, or null.</param>
public sealed record RepairRefusal(string Type, string Detail, int? Change = null, string? VoucherId = null);
