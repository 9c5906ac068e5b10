namespace EDefter.Core.Rules.Kon;

/// <summary>An account whose turnover differs, lira.</summary>
/// <param name="Account">Code as in the mizan, or as booked where the mizan does not know it.</param>
/// <param name="Debit">Booked.</param>
/// <param name="Credit">Booked.</param>
/// <param name="SentDebit">In the mizan.</param>
/// <param name="SentCredit">In the mizan.</param>
internal sealed record TrialBalanceDifference(string Account, decimal Debit, decimal Credit, decimal SentDebit, decimal SentCredit);
