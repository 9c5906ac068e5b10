using System.Collections.Frozen;

namespace EDefter.Core.Companies;

/// <summary>The company's hesap planı by code, in ordinal order of codes.</summary>
public sealed class ChartOfAccounts
{
    private const int MainAccountLength = 3;

    private readonly FrozenDictionary<string, ChartAccount> byCode;
    private readonly FrozenSet<string> parents;

    /// <param name="accounts">The last of two accounts with the same code wins.</param>
    /// <param name="isComplete">See <see cref="IsComplete"/>.</param>
    public ChartOfAccounts(IEnumerable<ChartAccount> accounts, bool isComplete)
    {
        var sorted = new SortedDictionary<string, ChartAccount>(StringComparer.Ordinal);
        foreach (var account in accounts)
            sorted[account.Code] = account;
        IsComplete = isComplete;
        Accounts = [.. sorted.Values];
        byCode = sorted.ToFrozenDictionary(StringComparer.Ordinal);
        parents = Accounts.SelectMany(Above).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The company sent its chart; false when it holds only names that repairs added, so that nothing may be called missing from it.</summary>
    public bool IsComplete { get; }

    public IReadOnlyList<ChartAccount> Accounts { get; }

    public ChartAccount? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether entries may be posted to an account of the chart: what the chart itself says, else whether no other account stands under it.</summary>
    public bool IsLeaf(ChartAccount account) => account.Leaf ?? !parents.Contains(account.Code);

    // The parent that the chart names; where it names none, every beginning of the code that ends before a separator, and the main account.
    private static IEnumerable<string> Above(ChartAccount account)
    {
        if (account.Parent is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }

        for (var i = 1; i < account.Code.Length; i++)
        {
            if (account.Code[i] is '.' or '-' or ' ' or '/')
                yield return account.Code[..i];
        }

        if (account.Code.Length > MainAccountLength && account.Code.AsSpan(0, MainAccountLength).IndexOfAnyExceptInRange('0', '9') < 0)
            yield return account.Code[..MainAccountLength];
    }
}
