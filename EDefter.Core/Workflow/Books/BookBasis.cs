using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>What checks of the months of a book's fiscal year depend on beside the months' own vouchers.</summary>
public sealed record BookBasis
{
    /// <summary>Days before a month whose rates its documents and payments may still be judged by.</summary>
    public const int RateDaysBefore = 60;

    /// <summary>The first day whose rates count for a range that begins on the day given.</summary>
    public static DateOnly RatesFrom(DateOnly from) => DateOnly.FromDayNumber(Math.Max(0, from.DayNumber - RateDaysBefore));

    // A check made before a rule was built says nothing about that rule, nor one made of another kind of digests about what they now hold.
    private static readonly string RulesKnown = string.Create(CultureInfo.InvariantCulture, $"{MonthDigestFile.Version}:{string.Join(',', RuleBook.Standard.Rules.Select(rule => rule.Info.Code))}");

    public required Company Company { get; init; }

    /// <summary>The fiscal year; null for days that none covers.</summary>
    public required FiscalYear? Year { get; init; }

    /// <summary>Heads of the year's months that were ever written to.</summary>
    public required IReadOnlyDictionary<Period, MonthHead> Heads { get; init; }

    /// <summary>The last month of the fiscal year before; null when there is none or it was never written to.</summary>
    public required MonthHead? HeadBefore { get; init; }

    /// <summary>Branches that left the profile and whose books hold vouchers of the year.</summary>
    public required IReadOnlyList<Branch> FormerBranches { get; init; }

    public required Versioned<ChartOfAccounts>? Chart { get; init; }

    /// <summary>Grows with every change of the undated drawer.</summary>
    public required long DrawerRevision { get; init; }

    /// <summary>Days with exchange rates, in order, from <see cref="RateDaysBefore"/> days before the first day asked for.</summary>
    public required IReadOnlyList<DayRates> Rates { get; init; }

    /// <summary>The balances sent for the year's first day: they stand in the head of its first month.</summary>
    public string? OpeningBalances => Year is null ? null : Heads.GetValueOrDefault(Period.Of(Year.Start))?.OpeningBalances;

    /// <param name="month">A whole month of the year.</param>
    public CheckBasis For(Period month)
    {
        var (from, to) = BookMonth.DaysOf(month, Year);
        var head = Heads.GetValueOrDefault(month);
        return For(from, to, head?.SourceCount, head?.TrialBalance);
    }

    /// <summary>Any other range: nothing that is told of a month is compared with it.</summary>
    public CheckBasis For(DateOnly from, DateOnly to) => For(from, to, sourceCount: null, trialBalance: null);

    private CheckBasis For(DateOnly from, DateOnly to, SourceCount? sourceCount, string? trialBalance)
    {
        // The first day decides the rule pack.
        var pack = RulePacks.For(from);
        var rates = Rates.Where(day => day.Day >= RatesFrom(from) && day.Day <= to).ToList();
        var before = Year is not null && from == Year.Start ? HeadBefore : null;
        var numberedYear = Heads.Values.Any(head => head.Numbering is not null) && Company.FiscalYear != Year ? Year : null;
        var hash = ContentHash.Short(
            WireJson.Write(Company),
            Chart?.Version ?? "no chart",
            sourceCount is null ? "no count" : WireJson.Write(sourceCount),
            DrawerRevision.ToString(CultureInfo.InvariantCulture),
            pack.Version,
            RulesKnown,
            OpeningBalances ?? "no opening",
            trialBalance ?? "no trial balance",
            WireJson.Write(rates),
            string.Join(';', Heads.Values.Where(head => head.Period < Period.Of(from)).OrderBy(head => head.Period).Select(Identity)),
            before is null ? "nothing before" : Identity(before),
            WireJson.Write(FormerBranches),
            numberedYear is null ? "same year" : WireJson.Write(numberedYear));
        return new CheckBasis
        {
            Chart = Chart?.Value,
            Pack = pack,
            SourceCount = sourceCount,
            TrialBalance = trialBalance,
            OpeningBalances = OpeningBalances,
            Rates = rates.Count == 0 ? null : new ExchangeRates(rates.Select(static day => KeyValuePair.Create(day.Day, day.Rates))),
            Year = Year,
            Heads = Heads,
            HeadBefore = before,
            NumberedYear = numberedYear,
            FormerBranches = FormerBranches,
            Hash = hash,
        };
    }

    // What an earlier month is to a later one are its vouchers: that it was numbered or filed changes nothing for it.
    private static string Identity(MonthHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Period}:{head.VouchersRevision}");
}
