using EDefter.Core.Companies;

namespace EDefter.Core.Repairs;

/// <summary>Which accounts of a chart stand under which, worked out once for a plan: a chart may hold tens of thousands.</summary>
internal sealed class ChartTree
{
    private readonly ChartOfAccounts chart;
    private readonly HashSet<string> levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ChartAccount>> leaves = new(StringComparer.Ordinal);

    public ChartTree(ChartOfAccounts chart)
    {
        this.chart = chart;
        foreach (var account in chart.Accounts)
        {
            if (account.Parent is { Length: > 0 } named)
                levels.Add(named);
            for (var level = ChartLevels.Above(account.Code); level is not null; level = ChartLevels.Above(level))
                levels.Add(level);
        }
    }

    /// <summary>The accounts under the given one that entries may be posted to, in ordinal order of codes.</summary>
    public IReadOnlyList<ChartAccount> LeavesUnder(string account)
    {
        if (!leaves.TryGetValue(account, out var under))
            leaves[account] = under = [.. chart.Accounts.Where(candidate => candidate.Code.Length > account.Length && candidate.Code.StartsWith(account, StringComparison.Ordinal) && IsLeaf(candidate))];
        return under;
    }

    // What the chart itself says; else whether anything stands under it.
    private bool IsLeaf(ChartAccount account) => account.Leaf ?? !levels.Contains(account.Code);
}
