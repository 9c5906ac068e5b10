namespace EDefter.Core.Companies;

/// <summary>Where the names of a line's accounts come from: the company's chart first, then what the ERP wrote on the line.</summary>
public static class AccountNames
{
    /// <returns>Name of the main account, or null when nobody knows it (HES005).</returns>
    public static string? Main(in AccountOnLine use, ChartOfAccounts? chart) => Filled(chart?.Find(use.MainAccount)?.Name) ?? MainOnLine(in use);

    /// <returns>Name of the sub account, or of the main account where the line has no sub account; null when nobody knows it (HES006).</returns>
    public static string? Sub(in AccountOnLine use, ChartOfAccounts? chart)
    {
        if (use.Account.Length == 0)
            return null;
        return Filled(chart?.Find(use.Account)?.Name) ?? Filled(use.AccountName) ?? (IsMain(in use) ? Main(in use, chart) : null);
    }

    /// <summary>Whether <see cref="Main"/> has a name. The line nearly always says one, and then no chart is asked.</summary>
    public static bool KnowMain(in AccountOnLine use, ChartOfAccounts? chart) => MainOnLine(in use) is not null || Main(in use, chart) is not null;

    /// <summary>Whether <see cref="Sub"/> has a name.</summary>
    public static bool KnowSub(in AccountOnLine use, ChartOfAccounts? chart) => (use.Account.Length > 0 && Filled(use.AccountName) is not null) || Sub(in use, chart) is not null;

    private static string? MainOnLine(in AccountOnLine use) => Filled(use.MainAccountName) ?? (IsMain(in use) ? Filled(use.AccountName) : null);

    private static bool IsMain(in AccountOnLine use) => string.Equals(use.Account, use.MainAccount, StringComparison.Ordinal);

    private static string? Filled(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;
}
