using System.Runtime.InteropServices;

namespace EDefter.Core.Companies;

/// <summary>Adds up lines as they come. One look-up a line and no allocation, except for an account's first line.</summary>
public sealed class AccountTotalsAdder
{
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <param name="account">The full account code.</param>
    /// <param name="mainAccount">Its main account; where lines of one account differ, the ordinally first wins, whatever the order.</param>
    /// <param name="debit">Lira.</param>
    /// <param name="credit">Lira.</param>
    public void Add(string account, string mainAccount, decimal debit, decimal credit)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, account, out var known);
        if (!known || (!ReferenceEquals(slot.MainAccount, mainAccount) && string.CompareOrdinal(mainAccount, slot.MainAccount) < 0))
            slot.MainAccount = mainAccount;
        if (debit != 0)
            slot.Debit += debit;
        if (credit != 0)
            slot.Credit += credit;
    }

    /// <summary>Adds what another adder has added up. A zero keeps its decimals, so that the sum is written as if one adder had seen all lines.</summary>
    internal void Join(AccountTotal other)
    {
        Add(other.Account, other.MainAccount, debit: 0, credit: 0);
        ref var slot = ref CollectionsMarshal.GetValueRefOrNullRef(slots, other.Account);
        slot.Debit += other.Debit;
        slot.Credit += other.Credit;
    }

    public AccountTotals ToTotals()
    {
        var totals = new AccountTotal[slots.Count];
        var n = 0;
        foreach (var (account, slot) in slots)
            totals[n++] = new AccountTotal(account, slot.MainAccount, slot.Debit, slot.Credit);
        return AccountTotals.OfDistinct(totals);
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Slot(string MainAccount, decimal Debit, decimal Credit);
}
