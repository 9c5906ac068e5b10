namespace EDefter.Core.Repairs;

/// <summary>One of the entries that a voucher is divided into.</summary>
/// <param name="Part">Counted from 1.</param>
/// <param name="Lines">1-based lines of the voucher as it stands when the division is made.</param>
/// <param name="Document">The document they rest on, in words; null where the part rests on none or on many.</param>
/// <param name="Amount">Σ debit = Σ credit of the part, lira.</param>
public sealed record ChangePart(int Part, IReadOnlyList<int> Lines, string? Document, decimal Amount);
