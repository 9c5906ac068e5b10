using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules;

/// <summary>Everything a check may know beside the vouchers. No clock: <see cref="AsOf"/> is "today" and is stored with the report.</summary>
public sealed record CheckContext
{
    public required Company Company { get; init; }

    /// <summary>Branch code of the book.</summary>
    public required string Branch { get; init; }

    /// <summary>First day looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day looked at, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The month, when exactly one whole month is checked; null for any other range.</summary>
    public Period? Period { get; init; }

    /// <summary>"Today" in Türkiye.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The rules and values of law of the month's date.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>The company's hesap planı; null when none was ever sent.</summary>
    public ChartOfAccounts? Chart { get; init; }

    /// <summary>What the ERP says it holds for the month (KON002); null when never sent.</summary>
    public SourceCount? SourceCount { get; init; }

    /// <summary>What repairs have added to what the ERP sent for the month; null when it was not read, so that no line of a repaired month may be counted.</summary>
    public RepairDifference? Repaired { get; init; }

    /// <summary>Rates of the authority for the days of the range and those before it; null when none were ever sent.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>What the fiscal year holds before <see cref="From"/>; null when it was not read, so that nothing may be concluded from it.</summary>
    public YearToDate? YearToDate { get; init; }

    /// <summary>Balances of the fiscal year's first day as sent; null when never sent.</summary>
    public AccountTotals? OpeningBalances { get; init; }

    /// <summary>Turnover of the month by account as the ERP's mizan has it; null when never sent.</summary>
    public AccountTotals? TrialBalance { get; init; }

    /// <summary>Closing vouchers of the fiscal year before, by account; null when it has none or was never kept here.</summary>
    public AccountTotals? ClosingBefore { get; init; }

    /// <summary>The month's berat is filed.</summary>
    public bool IsFiled { get; init; }

    /// <summary>The fiscal year as it stood when the last numbered month of it was numbered; null when none is numbered.</summary>
    public FiscalYear? NumberedYear { get; init; }

    /// <summary>Branches that left the company's profile and whose books hold vouchers of this fiscal year (SUB002).</summary>
    public IReadOnlyList<Branch> FormerBranches { get; init; } = [];

    /// <summary>The branch whose book it is, as the profile has it; null when the profile names it nowhere.</summary>
    public Branch? BookBranch
    {
        get
        {
            foreach (var branch in Company.Branches)
            {
                if (string.Equals(branch.Code, Branch, StringComparison.Ordinal))
                    return branch;
            }

            return null;
        }
    }

    /// <summary>The branch came into being inside the fiscal year: its book begins then, with nothing carried over.</summary>
    public bool IsBranchOpenedInYear => FiscalYear is { } year && BookBranch?.ValidFrom is { } opened && opened > year.Start && opened <= year.End;

    /// <summary>A day on which the book may begin inside a fiscal year: e-Defter was taken up, or the branch was opened, on it.</summary>
    public bool MayBeginOn(DateOnly day) => day == Company.AdoptionDate || day == BookBranch?.ValidFrom;

    /// <summary>The document that vouchers of an ERP module rest on: the company's own map first, then the pack's; null when neither knows the module.</summary>
    public ModuleDocument? DocumentOf(string? module)
    {
        if (string.IsNullOrWhiteSpace(module))
            return null;
        if (Company.RepairPolicy.Modules.TryGetValue(module, out var own))
            return own;
        foreach (var (name, document) in Company.RepairPolicy.Modules)
        {
            if (Text.TurkishWordComparer.Instance.Equals(name, module))
                return document;
        }

        return Pack.Modules.GetValueOrDefault(module);
    }

    /// <summary>How grave the rules are for the company.</summary>
    public CompanySeverities Severities => CompanySeverities.Of(Company);

    /// <summary>The rule does not speak here: not valid at the month's date, or off by default and not asked for by the company.</summary>
    public bool IsOff(string code) => Pack.Off.Contains(code) || (Pack.OffByDefault.Contains(code) && !Severities.Names(code));

    /// <summary>The fiscal year of the month; null when none covers it (TAR006).</summary>
    public FiscalYear? FiscalYear => Company.YearOf(From);
}
