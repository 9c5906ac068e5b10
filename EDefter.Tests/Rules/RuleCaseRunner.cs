using System.Globalization;
using System.Text;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

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
        [.. item.Vouchers.Select(voucher => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(voucher))).OrderBy(voucher => voucher.Date.Value)];

    public static CheckContext Context(RuleCase item)
    {
        var company = item.Company.Deserialize<Company>(Web)!;
        return new CheckContext
        {
            Company = company with { FiscalYears = company.FiscalYear is { } year ? [year] : [] },
            Branch = item.Branch,
            From = item.From,
            To = item.To,
            Period = Period.TryParse(item.Period, out var period) ? period : null,
            AsOf = item.AsOf,
            Pack = RulePacks.For(item.From),
            Chart = item.Chart is { } chart ? new ChartOfAccounts(chart.Deserialize<ChartAccount[]>(Web)!, isComplete: true) : null,
            SourceCount = item.SourceCount is { } count ? new SourceCount((long)count["vouchers"]!, (long?)count["lines"]) : null,
            Rates = item.Rates is { } rates ? new ExchangeRates(rates.Select(day => KeyValuePair.Create(DateOnly.ParseExact(day.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), (IReadOnlyList<ExchangeRate>)day.Value.Deserialize<ExchangeRate[]>(Web)!))) : null,
        };
    }
}
