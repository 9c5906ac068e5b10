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

    /// <param name="totals">Each code once; the array is kept.</param>
    internal static AccountTotals OfDistinct(AccountTotal[] totals)
    {
        Array.Sort(totals, ByCode.Instance);
        return totals.Length == 0 ? Empty : new AccountTotals(totals);
    }

    /// <param name="totals">Any order; the totals of a code that comes twice are added.</param>
    public static AccountTotals Of(IEnumerable<AccountTotal> totals)
    {
        var sum = new AccountTotalsAdder();
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

    private sealed class ByCode : IComparer<AccountTotal>
    {
        public static ByCode Instance { get; } = new();

        public int Compare(AccountTotal x, AccountTotal y) => string.CompareOrdinal(x.Account, y.Account);
    }
}
