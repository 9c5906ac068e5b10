using EDefter.Core.Journal;
using EDefter.Core.Workflow.Printing;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A ledger never holds more lines than it may, unless one account alone has more: that one is never held.</summary>
public sealed class LedgerGroupsTests
{
    [Fact]
    public void Accounts_stay_in_order_and_groups_within_their_bound()
    {
        var accounts = Accounts(3, 4, 2, 12, 1, 5, 5, 1);
        var groups = LedgerGroups.Of(accounts, linesMax: 20).ToList();
        // Lines: 6, 8, 4 | 24 | 2, 10 | 10, 2.
        Assert.Equal([3, 1, 2, 2], groups.Select(group => group.Count));
        Assert.Equal(accounts, groups.SelectMany(group => group));
        Assert.All(groups, group => Assert.True(group.Count == 1 || group.Sum(account => account.Lines) <= 20));
    }

    private static List<AccountTotals> Accounts(params ReadOnlySpan<int> lines)
    {
        var balance = new TrialBalance();
        var code = 100;
        foreach (var count in lines)
        {
            var voucher = Months.Simple(1);
            code++;
            // Every pair debits and credits the same account, so that the voucher balances.
            var account = code.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var pair = voucher.Lines.Select(line => line with { Account = account }).ToArray();
            foreach (var entry in Months.Number(Enumerable.Range(0, count).Select(_ => voucher with { Lines = [.. pair] }), 1, 1))
                balance.Add(entry);
        }

        return [.. balance.MainAccounts()];
    }
}
