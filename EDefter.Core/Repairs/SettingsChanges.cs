using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>
/// The changes of a plan that are about no voucher but about the company's chart of accounts and profile, made and taken back. What already stands as
/// wanted is no obstacle, so that an act that died half-way can be done again. Pure.
/// </summary>
public sealed class SettingsChanges
{
    private readonly List<Change> chart;
    private readonly List<Change> company;

    /// <param name="changes">Accepted changes of any target, choices filled in.</param>
    public SettingsChanges(IEnumerable<Change> changes)
    {
        var all = changes.ToList();
        chart = all.FindAll(static change => change.Target == RuleTarget.Chart);
        company = all.FindAll(static change => change.Target == RuleTarget.Company);
    }

    public bool TouchesChart => chart.Count > 0;

    public bool TouchesCompany => company.Count > 0;

    public bool IsEmpty => !TouchesChart && !TouchesCompany;

    /// <summary>The chart with the changes; an account that it lacks is created. A company without a chart gets one that holds only these.</summary>
    /// <returns>Null when it stands so already; or the refusal <c>before-moved</c>, when an account was changed since the plan.</returns>
    public RepairOutcome<ChartOfAccounts>? Make(ChartOfAccounts? current)
    {
        var accounts = Accounts(current);
        var any = false;
        foreach (var change in chart)
        {
            var field = ChartField.Parse(change.Field);
            if (Stands(accounts, change, change.After))
                continue;
            if (!Stands(accounts, change, change.Before))
                return new RepairRefusal("before-moved", $"{field.Account} hesabı plandan sonra değişmiş; planı yeniden alın.", change.N);
            accounts[field.Account] = field.Write(accounts.GetValueOrDefault(field.Account) ?? new ChartAccount { Code = field.Account }, change.After);
            any = true;
        }

        return any ? Outcome(new ChartOfAccounts(accounts.Values, current?.IsComplete ?? false)) : null;
    }

    /// <summary>The chart without the changes; an account that only they brought goes again. A name that the company has sent itself since is its own and stays.</summary>
    /// <returns>Null when nothing is to be taken back; or the refusal <c>changed-since</c>, when an account was changed after them.</returns>
    public RepairOutcome<ChartOfAccounts>? TakeBack(ChartOfAccounts? current)
    {
        var accounts = Accounts(current);
        var any = false;
        foreach (var change in chart)
        {
            var field = ChartField.Parse(change.Field);
            if (Stands(accounts, change, change.Before))
                continue;
            if (!accounts.TryGetValue(field.Account, out var present) || !Stands(accounts, change, change.After))
                return new RepairRefusal("changed-since", $"{field.Account} hesabı bakımdan sonra değişmiş; hesaptaki değişiklik geri alınamaz.", change.N);
            if (field.Member == ChartField.Name && !present.NamedByRepair)
                continue;
            // An account that only the repair knows goes; one that the company sent keeps everything else.
            if (change.Before is null && present == new ChartAccount { Code = field.Account, Name = change.After, NamedByRepair = true })
                accounts.Remove(field.Account);
            else
                accounts[field.Account] = field.Write(present, change.Before);
            any = true;
        }

        return any ? Outcome(new ChartOfAccounts(accounts.Values, current?.IsComplete ?? false)) : null;
    }

    /// <summary>The profile with the changes.</summary>
    /// <returns>Null when it stands so already; or the refusal <c>before-moved</c>.</returns>
    public RepairOutcome<Company>? Make(Company current) =>
        Move(current, static change => change.Before, static change => change.After, "before-moved", "Firma bilgileri plandan sonra değişmiş; planı yeniden alın.");

    /// <summary>The profile without the changes.</summary>
    /// <returns>Null when nothing is to be taken back; or the refusal <c>changed-since</c>.</returns>
    public RepairOutcome<Company>? TakeBack(Company current) =>
        Move(current, static change => change.After, static change => change.Before, "changed-since", "Firma bilgileri bakımdan sonra değişmiş; bakım geri alınamaz, bilgileri firma bilgilerinde düzeltin.");

    private RepairOutcome<Company>? Move(Company current, Func<Change, string?> from, Func<Change, string?> to, string refusal, string detail)
    {
        var any = false;
        foreach (var change in company)
        {
            if (Stands(current, change, to(change)))
                continue;
            if (!Stands(current, change, from(change)) || CompanyField.Write(current, change.Field, to(change)) is not { } moved)
                return new RepairRefusal(refusal, detail, change.N);
            (current, any) = (moved, true);
        }

        return any ? Outcome(current) : null;
    }

    private static RepairOutcome<T>? Outcome<T>(T value)
        where T : class => (RepairOutcome<T>)value;

    private static Dictionary<string, ChartAccount> Accounts(ChartOfAccounts? chart) => (chart?.Accounts ?? []).ToDictionary(static account => account.Code, StringComparer.Ordinal);

    private static bool Stands(Dictionary<string, ChartAccount> accounts, Change change, string? text)
    {
        var field = ChartField.Parse(change.Field);
        return string.Equals(field.Read(accounts.GetValueOrDefault(field.Account)), text, StringComparison.Ordinal);
    }

    private static bool Stands(Company company, Change change, string? text) => string.Equals(CompanyField.Read(company, change.Field), text, StringComparison.Ordinal);
}
