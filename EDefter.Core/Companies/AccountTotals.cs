using System.Runtime.InteropServices;

namespace EDefter.Core.Companies;

/// <summary>Debit and credit turnover by account: of a month, of a voucher, of a trial balance. Independent of the order in which the lines came.</summary>
public sealed class AccountTotals
{
    private readonly AccountTotal[] accounts;

    private AccountTotals(AccountTotal[] sorted) => accounts = sorted;

    public static AccountTotals Empty { get; } = new([]);

    /// <summary>In ordinal order of codes, each code once.</summary>
    public IReadOnlyList<AccountTotal> Accounts => accounts;

    public bool IsEmpty => accounts.Length == 0;

    /// <summary>Σ debit, lira.</summary>
    public decimal Debit => accounts.Sum(static account => account.Debit);

    /// <summary>Σ credit, lira.</summary>
    public decimal Credit => accounts.Sum(static account => account.Credit);

    /// <param name="totals">Any order; the totals of a code that comes twice are added.</param>
    public static AccountTotals Of(IEnumerable<AccountTotal> totals)
    {
        var sum = new Adder();
        foreach (var total in totals)
            sum.Add(total.Account, total.MainAccount, total.Debit, total.Credit);
        return sum.ToTotals();
    }

    /// <summary>The sum, account by account.</summary>
    public static AccountTotals Sum(params IEnumerable<AccountTotals> parts) => Of(parts.SelectMany(static part => part.accounts));

    /// <summary>These without those, account by account; an account that is left with nothing on either side stays, with zeros.</summary>
    public AccountTotals Without(AccountTotals others) => Of(accounts.Concat(others.accounts.Select(static other => other with { Debit = -other.Debit, Credit = -other.Credit })));

    /// <summary>Debit minus credit of one account, lira; zero for an account that is not here.</summary>
    public decimal BalanceOf(string account)
    {
        var at = Array.BinarySearch(accounts, new AccountTotal(account, string.Empty, 0, 0), ByCode.Instance);
        return at < 0 ? 0 : accounts[at].Balance;
    }

    /// <summary>The totals by main account, in ordinal order; <see cref="AccountTotal.Account"/> is the main account then.</summary>
    public AccountTotals ByMainAccount() => Of(accounts.Select(static account => account with { Account = account.MainAccount }));

    /// <summary>Adds up lines as they come. One look-up a line and no allocation, except for an account's first line.</summary>
    public sealed class Adder
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

        public AccountTotals ToTotals()
        {
            var totals = new AccountTotal[slots.Count];
            var n = 0;
            foreach (var (account, slot) in slots)
                totals[n++] = new AccountTotal(account, slot.MainAccount, slot.Debit, slot.Credit);
            Array.Sort(totals, ByCode.Instance);
            return totals.Length == 0 ? Empty : new AccountTotals(totals);
        }

        [StructLayout(LayoutKind.Auto)]
        private record struct Slot(string MainAccount, decimal Debit, decimal Credit);
    }

    private sealed class ByCode : IComparer<AccountTotal>
    {
        public static ByCode Instance { get; } = new();

        public int Compare(AccountTotal x, AccountTotal y) => string.CompareOrdinal(x.Account, y.Account);
    }
}
