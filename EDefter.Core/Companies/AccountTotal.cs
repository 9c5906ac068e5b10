using System.Runtime.InteropServices;

namespace EDefter.Core.Companies;

/// <summary>What an account was debited and credited with in a time.</summary>
/// <param name="Account">The full account code.</param>
/// <param name="MainAccount">Its main account code.</param>
/// <param name="Debit">Lira.</param>
/// <param name="Credit">Lira.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountTotal(string Account, string MainAccount, decimal Debit, decimal Credit)
{
    /// <summary>Debit minus credit, lira: below zero is a credit balance.</summary>
    public decimal Balance => Debit - Credit;
}
