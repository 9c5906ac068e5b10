using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A row of the mizan and its eight amounts, in the order of its columns.</summary>
/// <param name="Code">Account code.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsMain">A main account; the sums of the mizan are sums of these.</param>
/// <param name="Amounts">Balance carried into the month (debit, credit), turnover of the month, turnover of the fiscal year, balance: lira.</param>
internal sealed record TrialBalanceRow(string Code, string Name, bool IsMain, decimal[] Amounts)
{
    public const int AmountCount = 8;

    /// <summary>Main accounts, each followed by its sub accounts.</summary>
    public static IEnumerable<TrialBalanceRow> Of(TrialBalance balance)
    {
        var accounts = balance.Accounts().ToLookup(account => account.MainAccount, StringComparer.Ordinal);
        foreach (var main in balance.MainAccounts())
        {
            yield return new TrialBalanceRow(main.Account, main.Name, IsMain: true, AmountsOf(main));
            foreach (var sub in accounts[main.Account])
            {
                if (!string.Equals(sub.Account, main.Account, StringComparison.Ordinal))
                    yield return new TrialBalanceRow(sub.Account, sub.Name, IsMain: false, AmountsOf(sub));
            }
        }
    }

    private static decimal[] AmountsOf(AccountTotals account) =>
    [
        Math.Max(0, account.DebitBefore - account.CreditBefore), Math.Max(0, account.CreditBefore - account.DebitBefore),
        account.Debit, account.Credit,
        account.DebitToDate, account.CreditToDate,
        Math.Max(0, account.DebitToDate - account.CreditToDate), Math.Max(0, account.CreditToDate - account.DebitToDate),
    ];
}
