using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;

namespace EDefter.Tests.Rules;

/// <summary>Runs a case in memory: parsed from its wire shapes, fed to the engine as the voucher log would.</summary>
internal static class RuleCaseRunner
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static (IReadOnlyList<Finding> Findings, CheckResult Result) Run(RuleCase item) => Run(Context(item), Vouchers(item));

    public static (IReadOnlyList<Finding> Findings, CheckResult Result) Run(CheckContext context, IEnumerable<Voucher> vouchers)
    {
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(context, findings.Add);
        foreach (var voucher in vouchers)
        {
            // As the log keeps them: what no fiscal year covers waits in the drawer, what belongs to another month is not read.
            var isUndated = voucher.Date.Value is not { } date || context.Company.YearOf(date) is null;
            if (isUndated || (voucher.Date.Value >= context.From && voucher.Date.Value <= context.To))
                engine.Observe(voucher, isUndated);
        }

        return (findings, engine.Finish());
    }

    public static IReadOnlyList<Voucher> Vouchers(RuleCase item) =>
        [.. item.Vouchers.Select(Parse).OrderBy(voucher => voucher.Date.Value)];

    public static CheckContext Context(RuleCase item)
    {
        var company = CompanyOf(item);
        var year = company.YearOf(item.From);
        var earlier = item.Earlier.Concat(item.Vouchers).Select(Parse).ToList();
        var sameBook = string.Equals(item.EarlierBranch, item.Branch, StringComparison.Ordinal);
        return new CheckContext
        {
            Company = company,
            Branch = item.Branch,
            From = item.From,
            To = item.To,
            Period = Period.TryParse(item.Period, out var period) ? period : null,
            AsOf = item.AsOf,
            Pack = RulePacks.For(item.From),
            Chart = item.Chart is { } chart ? new ChartOfAccounts(chart.Deserialize<ChartAccount[]>(Web)!, isComplete: true) : null,
            SourceCount = item.SourceCount is { } count ? new SourceCount((long)count["vouchers"]!, (long?)count["lines"]) : null,
            Rates = item.Rates is { } rates ? new ExchangeRates(rates.Select(day => KeyValuePair.Create(DateOnly.ParseExact(day.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), (IReadOnlyList<ExchangeRate>)day.Value.Deserialize<ExchangeRate[]>(Web)!))) : null,
            YearToDate = year is null ? null : new YearToDate(sameBook ? Digests(earlier, year.Start, item.From.AddDays(-1)) : []),
            OpeningBalances = Balances(item.OpeningBalances),
            TrialBalance = Balances(item.TrialBalance),
            ClosingBefore = year is null || item.OpeningBalances is not null || year.Start != item.From ? null : ClosingBefore(earlier, year),
            NumberedYear = item.NumberEarlier && year != company.FiscalYear ? year : null,
            FormerBranches = (company.FormerBranches ?? []).Where(branch => item.Earlier.Count > 0 && string.Equals(branch.Code, item.EarlierBranch, StringComparison.Ordinal)).ToList(),
        };
    }

    /// <summary>Digests of the vouchers of some days, written and read again as the storage does it.</summary>
    public static IReadOnlyList<MonthDigest> Digests(IEnumerable<Voucher> vouchers, DateOnly from, DateOnly to)
    {
        var digests = new List<MonthDigest>();
        foreach (var month in vouchers.Where(voucher => voucher.Date.Value >= from && voucher.Date.Value <= to).GroupBy(voucher => Period.Of(voucher.Date.Value!.Value)).OrderBy(month => month.Key))
        {
            var aggregates = new MonthAggregates();
            foreach (var facts in month.Select(VoucherFacts.Of))
            {
                if (facts.InBook)
                    aggregates.Observe(facts);
                else
                    aggregates.ObserveCancelled(facts);
            }

            using var file = new MemoryStream(MonthDigestFile.Write(aggregates.ToDigest(month.Key)));
            digests.Add(MonthDigestFile.Read(file));
        }

        return digests;
    }

    // As the register keeps it: the years that were ever named and make sense, the branches that left.
    private static Company CompanyOf(RuleCase item)
    {
        var company = item.Company.Deserialize<Company>(Web)!;
        var before = item.EarlierCompany?.Deserialize<Company>(Web);
        var years = new List<FiscalYear>();
        foreach (var year in (FiscalYear?[])[before?.FiscalYear, company.FiscalYear])
        {
            if (year is not null && !years.Exists(other => other.Start <= year.End && year.Start <= other.End))
                years.Add(year);
        }

        return company with
        {
            FiscalYears = years,
            FormerBranches = [.. (before?.Branches ?? []).Where(branch => company.Branches.All(present => present.Code != branch.Code))],
        };
    }

    private static AccountTotals? ClosingBefore(IEnumerable<Voucher> vouchers, FiscalYear year)
    {
        var last = year.Start.AddDays(-1);
        var closing = Digests(vouchers, Period.Of(last).FirstDay, last).SingleOrDefault()?.ClosingTotals;
        return closing is null or { IsEmpty: true } ? null : closing;
    }

    private static AccountTotals? Balances(JsonArray? rows) =>
        rows is null ? null : AccountTotals.Of(rows.Deserialize<BalanceRow[]>(Web)!.Select(row => new AccountTotal(row.Account!, VoucherFacts.MainAccountOf(row.Account!), row.Debit ?? 0, row.Credit ?? 0)));

    private static Voucher Parse(string voucher) => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(voucher));
}
