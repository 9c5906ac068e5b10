using System.Collections.Frozen;

namespace EDefter.Core.Companies;

/// <summary>The company's hesap planı by code, in ordinal order of codes.</summary>
public sealed class ChartOfAccounts
{
    private readonly FrozenDictionary<string, ChartAccount> byCode;

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
    }

    /// <summary>The company sent its chart; false when it holds only names that repairs added, so that nothing may be called missing from it.</summary>
    public bool IsComplete { get; }

    public IReadOnlyList<ChartAccount> Accounts { get; }

    public ChartAccount? Find(string code) => byCode.GetValueOrDefault(code);
}
