using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Journal;

/// <summary>
/// The names that the ERP wrote beside account codes, while vouchers are read in the order of the journal. One account has one name in a book: the
/// card's; where there is no card, the name on the account's last line of the month (HES013). Memory grows with the accounts, not with the lines.
/// </summary>
public sealed class NamesOnLines
{
    private readonly Dictionary<string, string> last = new(StringComparer.Ordinal);
    private readonly HashSet<string> differing = new(StringComparer.Ordinal);

    /// <summary>Accounts that were named differently, in ordinal order.</summary>
    public IReadOnlyList<string> Differing => [.. differing.Order(StringComparer.Ordinal)];

    public void Observe(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            Observe(line.Line.Account, line.Line.AccountName);
            Observe(line.MainAccount, line.Line.MainAccountName);
        }
    }

    /// <summary>The chart with a name for every account that it has none for and a line had one; null when there is neither chart nor name.</summary>
    public ChartOfAccounts? Complete(ChartOfAccounts? chart)
    {
        var named = last.Where(pair => string.IsNullOrWhiteSpace(chart?.Find(pair.Key)?.Name)).Select(pair => (chart?.Find(pair.Key) ?? new ChartAccount { Code = pair.Key }) with { Name = pair.Value }).ToList();
        return named.Count == 0 ? chart : new ChartOfAccounts([.. chart?.Accounts ?? [], .. named], chart?.IsComplete ?? false);
    }

    private void Observe(string? account, string? name)
    {
        if (string.IsNullOrEmpty(account) || string.IsNullOrWhiteSpace(name))
            return;
        if (last.TryGetValue(account, out var before))
        {
            if (string.Equals(before, name, StringComparison.Ordinal))
                return;
            differing.Add(account);
        }

        last[account] = name;
    }
}
