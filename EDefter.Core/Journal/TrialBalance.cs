namespace EDefter.Core.Journal;

/// <summary>
/// Mizan: what every account carries from the fiscal year's earlier months and what the month added, from numbered entries only. Its memory is
/// that of the accounts, however many lines there are.
/// </summary>
public sealed class TrialBalance
{
    private readonly Dictionary<(string Main, string Account), AccountTotals> accounts = [];

    /// <summary>Adds an entry of an earlier month of the fiscal year.</summary>
    public void AddBefore(JournalEntry entry)
    {
        foreach (var line in entry.Lines)
            Of(line).AddBefore(line.Debit, line.Credit);
    }

    /// <summary>Adds an entry of the month.</summary>
    public void Add(JournalEntry entry)
    {
        foreach (var line in entry.Lines)
            Of(line).Add(line.Debit, line.Credit, lines: 1);
    }

    /// <summary>Every account that anything was booked to, by main account and code, ordinal.</summary>
    public IReadOnlyList<AccountTotals> Accounts() =>
        [.. accounts.Values.OrderBy(account => account.MainAccount, StringComparer.Ordinal).ThenBy(account => account.Account, StringComparer.Ordinal)];

    /// <summary>The main accounts with the sums of their accounts, by code, ordinal.</summary>
    public IReadOnlyList<AccountTotals> MainAccounts()
    {
        var mains = new SortedDictionary<string, AccountTotals>(StringComparer.Ordinal);
        foreach (var account in Accounts())
        {
            if (!mains.TryGetValue(account.MainAccount, out var main))
                mains.Add(account.MainAccount, main = new AccountTotals(account.MainAccount, account.MainAccountName, account.MainAccount, account.MainAccountName));
            main.AddBefore(account.DebitBefore, account.CreditBefore);
            main.Add(account.Debit, account.Credit, account.Lines);
        }

        return [.. mains.Values];
    }

    private AccountTotals Of(JournalLine line)
    {
        var key = (line.MainAccount, line.SubAccount);
        if (accounts.TryGetValue(key, out var totals))
            totals.Rename(line.MainAccountName, line.SubAccountName);
        else
            accounts.Add(key, totals = new AccountTotals(line.MainAccount, line.MainAccountName, line.SubAccount, line.SubAccountName));
        return totals;
    }
}
