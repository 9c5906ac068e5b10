using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>
/// Every rule over the hotel's clean month held in memory, then its numbers: <c>rules [lines]</c>, a million unless given. What is measured is
/// the judging alone, without reading or storage; it is told several times, because the first run also compiles the rules.
/// </summary>
internal static class RulesMeasurement
{
    private const int LinesPerScale = 2_950;
    private const int Runs = 4;

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : 1_000_000;
        var days = SampleMonth.Vouchers(SampleMonth.Seed, SampleMonth.January, (lines + LinesPerScale - 1) / LinesPerScale)
            .GroupBy(voucher => voucher.Date.Value!.Value)
            .Select(day => (Day: day.Key, Vouchers: day.Order(Comparer<Voucher>.Create(VoucherOrder.Compare)).ToArray()))
            .ToArray();
        var context = Context();
        for (var run = 1; run <= Runs; run++)
        {
            GC.Collect();
            var meter = new Meter();
            var result = Check(context, days);
            meter.Tell(string.Create(CultureInfo.InvariantCulture, $"{result.Coverage.Count(rule => rule.Outcome is RuleOutcome.Ran)} of {RuleBook.Standard.Rules.Count} rules ran over {result.Totals.Lines} lines, {result.Errors + result.Warnings} errors and warnings"));
            var numbering = new Meter();
            Number(context, days);
            numbering.Tell("  numbers");
        }
    }

    private static CheckResult Check(CheckContext context, (DateOnly Day, Voucher[] Vouchers)[] days)
    {
        var engine = CheckEngine.Begin(context, static _ => { });
        foreach (var (_, vouchers) in days)
        {
            foreach (var voucher in vouchers)
                engine.Observe(voucher);
        }

        return engine.Finish();
    }

    // The hash of a voucher's content comes out of the log; here its id stands for it.
    private static void Number(CheckContext context, (DateOnly Day, Voucher[] Vouchers)[] days)
    {
        using var builder = new NumberingBuilder(before: null, context.Chart);
        foreach (var (day, vouchers) in days)
            builder.AddDay(day, vouchers.Select(voucher => (VoucherFacts.Of(voucher), voucher.Id)));
        builder.Complete(new BookId("olcum", Branch.HeadOffice), SampleMonth.January);
    }

    private static CheckContext Context()
    {
        var period = SampleMonth.January;
        var company = SampleCompany.Company;
        return new CheckContext
        {
            Company = company with { FiscalYears = [company.FiscalYear!] },
            Branch = Branch.HeadOffice,
            From = period.FirstDay,
            To = period.LastDay,
            Period = period,
            AsOf = period.LastDay.AddDays(1),
            Pack = RulePacks.For(period.FirstDay),
            Chart = new ChartOfAccounts(SampleAccounts.All, isComplete: true),
            YearToDate = new YearToDate([]),
        };
    }
}
