namespace EDefter.Core.Workflow.Books;

/// <summary>A row of a mizan or of opening balances, as on the wire.</summary>
/// <param name="Account">The account code.</param>
/// <param name="Debit">Lira; absent is zero.</param>
/// <param name="Credit">Lira; absent is zero.</param>
public sealed record BalanceRow(string? Account, decimal? Debit, decimal? Credit);
