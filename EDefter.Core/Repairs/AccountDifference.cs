namespace EDefter.Core.Repairs;

/// <summary>How the turnover of an account changes, in lira.</summary>
/// <param name="Account">Account code as booked.</param>
/// <param name="Debit">Debit after minus debit before.</param>
/// <param name="Credit">Credit after minus credit before.</param>
public sealed record AccountDifference(string Account, decimal Debit, decimal Credit);
