using EDefter.Core.Vouchers;

namespace EDefter.Core.Companies;

/// <summary>Where the names of a line's accounts come from: the company's chart first, then what the ERP wrote on the line.</summary>
public static class AccountNames
{
    /// <returns>Name of the main account, or null when nobody knows it (HES005).</returns>
    public static string? Main(VoucherLine line, string mainAccount, ChartOfAccounts? chart) =>
        FirstFilled(chart?.Find(mainAccount)?.Name, line.MainAccountName, string.Equals(line.Account, mainAccount, StringComparison.Ordinal) ? line.AccountName : null);

    /// <returns>Name of the sub account, or of the main account where the line has no sub account; null when nobody knows it (HES006).</returns>
    public static string? Sub(VoucherLine line, string mainAccount, ChartOfAccounts? chart)
    {
        if (string.IsNullOrEmpty(line.Account))
            return null;
        var own = FirstFilled(chart?.Find(line.Account)?.Name, line.AccountName, third: null);
        return own ?? (string.Equals(line.Account, mainAccount, StringComparison.Ordinal) ? Main(line, mainAccount, chart) : null);
    }

    private static string? FirstFilled(string? first, string? second, string? third)
    {
        if (!string.IsNullOrWhiteSpace(first))
            return first;
        if (!string.IsNullOrWhiteSpace(second))
            return second;
        return string.IsNullOrWhiteSpace(third) ? null : third;
    }
}
