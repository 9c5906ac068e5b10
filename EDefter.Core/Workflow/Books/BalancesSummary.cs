namespace EDefter.Core.Workflow.Books;

/// <summary>What was taken of a mizan or of opening balances.</summary>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Debit">Σ debit of all rows, lira; a mizan with main and sub accounts counts both.</param>
/// <param name="Credit">Σ credit of all rows, lira.</param>
public sealed record BalancesSummary(int Accounts, decimal Debit, decimal Credit);
