using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Rules;

namespace EDefter.Benchmarks;

/// <summary>
/// Every rule over the hotel's clean month and then its numbers, a day at a time as the log gives it: <c>rules [lines]</c>, a million unless given.
/// Making the vouchers is not measured: what is told is the judging alone, without reading or storage. It is told several times, because the first
/// run also compiles the rules.
/// </summary>
internal static class RulesMeasurement
{
    private const int Runs = 4;

    public static void Run(string[] arguments)
    {
        var lines = Arguments.Lines(arguments, 1_000_000);
        for (var run = 1; run <= Runs; run++)
        {
            var found = Measure(lines);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{found.More["ran"]} of {RuleBook.Standard.Rules.Count} rules ran over {found.Lines} lines, {found.More["said"]} errors and warnings: rules {found.More["rules"]:0.00} CPU s, numbers {found.More["numbers"]:0.00} CPU s"));
        }
    }

    /// <summary>The median of several runs, and what the first took.</summary>
    public static Figures Step(string[] arguments)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => Measure(Arguments.Lines(arguments, 1_000_000))).ToList();
        var median = Figures.Median(runs);
        return median with { PeakMb = Meter.PeakMegabytes, More = new Dictionary<string, double>(median.More, StringComparer.Ordinal) { ["first"] = runs[0].Cpu } };
    }

    private static Figures Measure(long lines)
    {
        var context = HotelMonth.Context();
        var engine = CheckEngine.Begin(context, static _ => { });
        using var numbers = new NumberingBuilder(before: null, context.Chart);
        double rules = 0, numbering = 0, wall = 0;
        foreach (var vouchers in HotelMonth.Days(lines))
        {
            // What making the vouchers left behind is not the rules' to clear away.
            GC.Collect();
            var judged = new Meter();
            foreach (var voucher in vouchers)
                engine.Observe(voucher);
            rules += judged.Cpu;
            var numbered = new Meter();
            // The hash of a voucher's content comes out of the log; here its id stands for it.
            numbers.AddDay(vouchers[0].Date.Value!.Value, vouchers.Select(voucher => (VoucherFacts.Of(voucher), voucher.Id)));
            numbering += numbered.Cpu;
            wall += judged.Wall;
        }

        var end = new Meter();
        var result = engine.Finish();
        rules += end.Cpu;
        numbers.Complete(new BookId("olcum", Branch.HeadOffice), HotelMonth.Period);
        return new Figures(result.Totals.Lines, rules + numbering, wall + end.Wall, Meter.PeakMegabytes)
        {
            More = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["rules"] = rules,
                ["numbers"] = numbering,
                ["ran"] = result.Coverage.Count(rule => rule.Outcome is RuleOutcome.Ran),
                ["said"] = result.Errors + result.Warnings,
            },
        };
    }
}
