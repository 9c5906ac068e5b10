using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Hes;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Names for accounts and levels of the chart, from what stands above them.</summary>
internal static class ChartLevels
{
    /// <summary>The level above an account that the chart lacks, with the name it would get; null when it is there, or nobody can name it.</summary>
    public static ChartProposal? MissingAbove(string account, RepairContext context)
    {
        if (context.Chart is not { IsComplete: true } chart || ChartParents.MissingParent(chart, account, MainAccountOf(account)) is not { } parent)
            return null;
        // An account that lines stand on is no level: completing the tree above others would make it one.
        if (context.Uses.Find(parent) is not null || NameOf(parent, chart) is not { } name)
            return null;
        return new ChartProposal(parent, ChartField.Name, Before: null, name, $"{account} hesabının üst hesabı {parent} hesap planında yok; yalnız hesap ağacı tamamlanır, hareketlere dokunulmaz.");
    }

    /// <summary>"ALICILAR 120.05": what stands above the account, and its code; null when nothing above has a name.</summary>
    public static string? ByParent(string account, ChartOfAccounts? chart) =>
        Above(account) is { } parent && NameOf(parent, chart) is { } name ? $"{name} {account}" : null;

    /// <summary>The code of the level above: up to the last separator, else the main account; null for a main account.</summary>
    public static string? Above(string account)
    {
        var separator = account.AsSpan().LastIndexOfAny('.', '-', ' ');
        if (separator < 0)
            separator = account.LastIndexOf('/');
        if (separator > 0)
            return account[..separator];
        var main = MainAccountOf(account);
        return main.Length < account.Length ? main : null;
    }

    private static string? NameOf(string account, ChartOfAccounts? chart)
    {
        if (chart?.Find(account)?.Name is { } own && !string.IsNullOrWhiteSpace(own))
            return own;
        return UniformChart.Find(account)?.Name ?? ByParent(account, chart);
    }

    private static string MainAccountOf(string account) => VoucherFacts.MainAccountOf(new VoucherLine { Account = account });
}
