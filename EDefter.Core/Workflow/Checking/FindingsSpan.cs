namespace EDefter.Core.Workflow.Checking;

/// <summary>
/// Which findings of a report were made of a month's vouchers one by one, day after day: whoever shows vouchers with their findings need hold one day of
/// them. Those before are about the company and the undated drawer, those after were told when every voucher had been seen.
/// </summary>
/// <param name="First">How many findings came before.</param>
/// <param name="Count">How many they are.</param>
public sealed record FindingsSpan(long First, long Count);
