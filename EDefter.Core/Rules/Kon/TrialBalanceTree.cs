using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Kon;

/// <summary>A mizan whose accounts may stand under one another: 120, 120.01 and 120.01.001 together, as ERPs print it.</summary>
internal sealed class TrialBalanceTree
{
    private readonly Dictionary<string, AccountTotal> sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> parents = new(StringComparer.Ordinal);

    public TrialBalanceTree(AccountTotals mizan)
    {
        foreach (var account in mizan.Accounts)
            sent[account.Account] = account;
        foreach (var account in mizan.Accounts)
            parents.UnionWith(Above(account.Account, account.MainAccount).Where(sent.ContainsKey));
    }

    /// <summary>Σ debit of the lowest accounts, lira.</summary>
    public decimal Debit => Lowest.Sum(static account => account.Debit);

    /// <summary>Σ credit of the lowest accounts, lira.</summary>
    public decimal Credit => Lowest.Sum(static account => account.Credit);

    private IEnumerable<AccountTotal> Lowest => sent.Values.Where(account => !parents.Contains(account.Account));

    /// <summary>The accounts that differ, in ordinal order: lowest accounts of the mizan, and booked accounts that it does not know under any of them.</summary>
    public IReadOnlyList<TrialBalanceDifference> Compare(AccountTotals booked)
    {
        var sums = new AccountTotalsAdder();
        foreach (var account in booked.Accounts)
            sums.Add(PlaceOf(account), account.MainAccount, account.Debit, account.Credit);
        var bookedByPlace = sums.ToTotals();
        var differing = new List<TrialBalanceDifference>();
        foreach (var account in bookedByPlace.Accounts)
        {
            var isKnown = sent.TryGetValue(account.Account, out var expected) && !parents.Contains(account.Account);
            if (account.Debit != (isKnown ? expected.Debit : 0) || account.Credit != (isKnown ? expected.Credit : 0))
                differing.Add(new TrialBalanceDifference(account.Account, account.Debit, account.Credit, isKnown ? expected.Debit : 0, isKnown ? expected.Credit : 0));
        }

        var places = bookedByPlace.Accounts.Select(static account => account.Account).ToHashSet(StringComparer.Ordinal);
        differing.AddRange(Lowest.Where(account => !places.Contains(account.Account) && (account.Debit != 0 || account.Credit != 0))
            .Select(static account => new TrialBalanceDifference(account.Account, 0, 0, account.Debit, account.Credit)));
        differing.Sort(static (left, right) => string.CompareOrdinal(left.Account, right.Account));
        return differing;
    }

    // The account itself where the mizan has it, else the nearest account above it that has no other accounts under it, else itself: then the mizan lacks it.
    private string PlaceOf(AccountTotal account)
    {
        if (sent.ContainsKey(account.Account))
            return account.Account;
        var above = Above(account.Account, account.MainAccount).FirstOrDefault(sent.ContainsKey);
        return above is not null && !parents.Contains(above) ? above : account.Account;
    }

    // "120.01.001" stands under "120.01" and "120"; nearest first. A slash parts a code that has no other sign in it. A code without separators stands under its main account.
    private static IEnumerable<string> Above(string code, string mainAccount)
    {
        var separators = code.AsSpan().IndexOfAny('.', '-', ' ') >= 0 ? ".- " : "/";
        for (var end = code.AsSpan().LastIndexOfAny(separators); end > 0; end = code.AsSpan(0, end).LastIndexOfAny(separators))
            yield return code[..end];
        if (mainAccount.Length > 0 && !string.Equals(code, mainAccount, StringComparison.Ordinal) && code.AsSpan().IndexOfAny(separators) != mainAccount.Length)
            yield return mainAccount;
    }
}
