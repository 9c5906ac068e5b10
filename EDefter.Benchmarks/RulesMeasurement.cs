using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>
/// Every rule over the hotel's clean month and then its numbers, a day at a time as the log gives it: <c>rules [lines]</c>, a million unless given.
/// Making the vouchers is not measured: what is told is the judging alone, without reading or storage. It is told several times, because the first
/// run also compiles the rules.
/// </summary>
internal static class RulesMeasurement
{
    private const int LinesPerScale = 2_950;
    private const int Runs = 4;

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : 1_000_000;
        for (var run = 1; run <= Runs; run++)
            Measure(Context(), (lines + LinesPerScale - 1) / LinesPerScale);
    }

    private static void Measure(CheckContext context, int scale)
    {
        var engine = CheckEngine.Begin(context, static _ => { });
        using var numbers = new NumberingBuilder(before: null, context.Chart);
        double rules = 0, numbering = 0;
        foreach (var (day, vouchers) in Days(scale))
        {
            var judged = new Meter();
            foreach (var voucher in vouchers)
                engine.Observe(voucher);
            rules += judged.Cpu;
            var numbered = new Meter();
            // The hash of a voucher's content comes out of the log; here its id stands for it.
            numbers.AddDay(day, vouchers.Select(voucher => (VoucherFacts.Of(voucher), voucher.Id)));
            numbering += numbered.Cpu;
        }

        var end = new Meter();
        var result = engine.Finish();
        rules += end.Cpu;
        numbers.Complete(new BookId("olcum", Branch.HeadOffice), SampleMonth.January);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Coverage.Count(rule => rule.Outcome is RuleOutcome.Ran)} of {RuleBook.Standard.Rules.Count} rules ran over {result.Totals.Lines} lines, {result.Errors + result.Warnings} errors and warnings: rules {rules:0.00} CPU s, numbers {numbering:0.00} CPU s"));
    }

    private static IEnumerable<(DateOnly Day, Voucher[] Vouchers)> Days(int scale)
    {
        var held = new List<Voucher>();
        foreach (var voucher in SampleMonth.Vouchers(SampleMonth.Seed, SampleMonth.January, scale))
        {
            if (held.Count > 0 && held[0].Date != voucher.Date)
                yield return Whole(held);
            held.Add(voucher);
        }

        yield return Whole(held);
    }

    private static (DateOnly Day, Voucher[] Vouchers) Whole(List<Voucher> held)
    {
        held.Sort(VoucherOrder.Compare);
        var day = (held[0].Date.Value!.Value, held.ToArray());
        held.Clear();
        GC.Collect();
        return day;
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
