using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Divides a ledger's accounts into groups whose lines may be held in memory together. An account that is too large is a group of its own and is never held.</summary>
public static class LedgerGroups
{
    /// <summary>About 50 MB of lines.</summary>
    public const long LinesMax = 100_000;

    /// <param name="accounts">In the order of the ledger.</param>
    /// <param name="linesMax">Lines of a group of more than one account.</param>
    public static IEnumerable<IReadOnlyList<AccountTotals>> Of(IReadOnlyList<AccountTotals> accounts, long linesMax = LinesMax)
    {
        var group = new List<AccountTotals>();
        var lines = 0L;
        foreach (var account in accounts)
        {
            if (group.Count > 0 && lines + account.Lines > linesMax)
            {
                yield return group;
                group = [];
                lines = 0;
            }

            group.Add(account);
            lines += account.Lines;
        }

        if (group.Count > 0)
            yield return group;
    }
}
