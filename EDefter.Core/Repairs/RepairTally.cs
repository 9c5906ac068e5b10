using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Counts while a plan is made: changes and vouchers by rule, what they do to accounts, and what nothing is on offer for.</summary>
internal sealed class RepairTally
{
    private readonly SortedDictionary<string, (RepairClass Class, int Changes)> byRule = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> vouchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, (decimal Debit, decimal Credit)>> amounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> remaining = new(StringComparer.Ordinal);
    private bool paused;

    /// <summary>Errors and warnings without anything on offer; what is only told needs no repair.</summary>
    public long Unrepairable { get; private set; }

    /// <summary>What follows from a choice is no amount of the plan until the choice is made.</summary>
    public void Pause() => paused = true;

    public void Resume() => paused = false;

    public void CountChange(Change change) => byRule[change.Rule] = (change.Class, byRule.GetValueOrDefault(change.Rule).Changes + 1);

    /// <summary>Counts the voucher once for each rule that changes it.</summary>
    public void CountVouchers(IReadOnlyList<Change> changesOfOneVoucher)
    {
        foreach (var rule in changesOfOneVoucher.Select(static change => change.Rule).Distinct(StringComparer.Ordinal))
            vouchers[rule] = vouchers.GetValueOrDefault(rule) + 1;
    }

    public void CountRemaining(Finding finding)
    {
        remaining[finding.Rule] = remaining.GetValueOrDefault(finding.Rule) + 1;
        if (finding.Severity != Severity.Info)
            Unrepairable++;
    }

    /// <summary>Counts what a batch does to the turnover of accounts.</summary>
    public void CountAmounts(List<(Repair Repair, Proposal Proposal)> batch, Voucher before, Voucher after)
    {
        if (paused)
            return;
        // A batch of several repairs is one of structural ones, none of which changes a total; were it otherwise, whoever stands first answers for it.
        var rule = batch[0].Repair.Code;
        if (!amounts.TryGetValue(rule, out var accounts))
            amounts[rule] = accounts = new SortedDictionary<string, (decimal, decimal)>(StringComparer.Ordinal);
        Add(accounts, VoucherFacts.Of(after), sign: 1);
        Add(accounts, VoucherFacts.Of(before), sign: -1);
    }

    public IReadOnlyList<RepairGroup> Groups() =>
    [
        .. byRule.Select(group => new RepairGroup
        {
            Rule = group.Key,
            Class = group.Value.Class,
            Changes = group.Value.Changes,
            Vouchers = vouchers.GetValueOrDefault(group.Key),
            Accounts = Differences(group.Key),
        }),
    ];

    /// <summary>What all rules' changes add to the turnover of each account, in ordinal order.</summary>
    public IEnumerable<AccountDifference> Differences() =>
        byRule.Keys.SelectMany(Differences)
            .GroupBy(static one => one.Account, StringComparer.Ordinal)
            .OrderBy(static account => account.Key, StringComparer.Ordinal)
            .Select(static account => new AccountDifference(account.Key, account.Sum(static one => one.Debit), account.Sum(static one => one.Credit)))
            .Where(static account => account.Debit != 0 || account.Credit != 0);

    public IReadOnlyList<RemainingFindings> Remaining(RuleBook rules, CompanySeverities severities) =>
        [.. remaining.Select(left => new RemainingFindings(left.Key, severities.Of(rules.Info(left.Key)), rules.Info(left.Key).RepairClass, left.Value))];

    private AccountDifference[] Differences(string rule) =>
        amounts.TryGetValue(rule, out var accounts)
            ? [.. accounts.Where(static account => account.Value != default).Select(static account => new AccountDifference(account.Key, account.Value.Debit, account.Value.Credit))]
            : [];

    private static void Add(SortedDictionary<string, (decimal Debit, decimal Credit)> accounts, VoucherFacts voucher, int sign)
    {
        if (!voucher.InBook)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            var account = line.Line.Account ?? string.Empty;
            var (debit, credit) = accounts.GetValueOrDefault(account);
            accounts[account] = (debit + (sign * line.Debit), credit + (sign * line.Credit));
        }
    }
}
