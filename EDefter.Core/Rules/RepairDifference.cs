namespace EDefter.Core.Rules;

/// <summary>What the repairs that stand have added to a month, measured against what the ERP sent: less than nothing where they took something away.</summary>
/// <param name="Vouchers">Vouchers that came into the month from another one, less those that left it.</param>
/// <param name="Lines">Lines that were added, less those left out, with all lines of vouchers that came or left.</param>
public sealed record RepairDifference(long Vouchers, long Lines);
