using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Hes;

/// <summary>The level above an account.</summary>
public static class ChartParents
{
    /// <returns>The parent that the chart names but does not hold; where it names none, the code up to its last separator, else the main account. Null when the parent is there or there is no level above.</returns>
    public static string? MissingParent(ChartOfAccounts chart, string account, string mainAccount)
    {
        if (chart.Find(account)?.Parent is { Length: > 0 } named)
            return chart.Find(named) is null ? named : null;
        var separator = account.AsSpan().LastIndexOfAny('.', '-', ' ');
        if (separator < 0)
            separator = account.LastIndexOf('/');
        var parent = separator > 0 ? account[..separator] : mainAccount;
        return chart.Find(parent) is null ? parent : null;
    }
}
