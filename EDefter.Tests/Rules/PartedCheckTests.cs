using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>A check that is divided says what it says in one piece: whatever days a part takes, and in whatever order the parts are joined.</summary>
public sealed class PartedCheckTests
{
    public static TheoryData<string> Codes => [.. RuleCases.All.Select(item => item.Rule).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void The_sample_month_divided_at_random_says_what_it_says_in_one_piece()
    {
        var context = SampleContext();
        var vouchers = SampleMonth.Faulty.Vouchers;
        var whole = Whole(context, vouchers);
        Assert.True(whole.Result.Errors > 10 && whole.Findings.Select(finding => finding.Rule).Distinct().Count() > 20);
        Gen.Select(Gen.Int[1, 12], Gen.Int).Sample((parts, seed) => AssertSame(whole, Divided(context, vouchers, parts, seed)), iter: 60);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_cases_of_a_rule_divided_say_what_they_say_in_one_piece(string code)
    {
        foreach (var item in RuleCases.Of(code))
        {
            var context = RuleCaseRunner.Context(item);
            // Parts are of one fiscal year.
            if (context.Company.YearOf(context.From) != context.Company.YearOf(context.To))
                continue;
            var vouchers = RuleCaseRunner.Vouchers(item);
            var whole = Whole(context, vouchers);
            AssertSame(whole, Divided(context, vouchers, vouchers.Count + 1, seed: 1));
            AssertSame(whole, Divided(context, vouchers, 2, seed: 2));
        }
    }

    [Fact]
    public void Series_that_are_ids_are_ids_also_when_no_part_alone_could_tell()
    {
        var month = new Period(2025, 1);
        var one = VoucherGen.Of(month, "1", "1").Single();
        var vouchers = Enumerable.Range(0, 5_000).Select(n => one with { Id = $"{n}", Date = DateField.Of(new DateOnly(2025, 1, 1 + (n % 31))), Number = $"{(char)('A' + (n % 26))}{n / 26}-{n % 7}" }).ToList();
        var context = SampleContext() with { Company = VoucherGen.CompanyOf(2025), Chart = null };
        AssertSame(Whole(context, vouchers), Divided(context, vouchers, 3, seed: 4));
    }

    [Fact]
    public void A_part_of_other_rules_is_not_joined()
    {
        var book = new RuleBook([new EDefter.Core.Rules.Num.Num012EmptyMonth()]);
        var part = CheckEngine.BeginPart(SampleContext(), _ => { }, book).Save();
        var engine = CheckEngine.Begin(SampleContext(), _ => { });
        Assert.ThrowsAny<InvalidDataException>(() => engine.Join(new MemoryStream(part)));
    }

    private static CheckContext SampleContext() => new()
    {
        Company = SampleCompany.Company with { FiscalYears = [SampleCompany.Company.FiscalYear!] },
        Branch = Branch.HeadOffice,
        From = new DateOnly(2025, 1, 1),
        To = new DateOnly(2025, 1, 31),
        Period = new Period(2025, 1),
        AsOf = new DateOnly(2025, 3, 1),
        Pack = RulePacks.For(new DateOnly(2025, 1, 1)),
        SourceCount = new SourceCount(7, 7),
        YearToDate = YearToDate.Empty,
        TrialBalance = AccountTotals.Empty,
    };

    private static Said Whole(CheckContext context, IEnumerable<Voucher> vouchers)
    {
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(context, findings.Add);
        foreach (var voucher in InOrder(vouchers))
            Feed(engine, context, voucher);
        return new Said(findings, engine.Finish(), Digest(engine, context));
    }

    private static Said Divided(CheckContext context, IEnumerable<Voucher> vouchers, int parts, int seed)
    {
        var random = new Random(seed);
        var findings = new List<Finding>();
        var engines = Enumerable.Range(0, parts).Select(_ => CheckEngine.BeginPart(context, findings.Add)).ToArray();
        // A day is never cut; what has no day may lie anywhere.
        foreach (var day in InOrder(vouchers).GroupBy(voucher => voucher.Date.Value))
        {
            var part = random.Next(parts);
            foreach (var voucher in day)
                Feed(engines[day.Key is null ? random.Next(parts) : part], context, voucher);
        }

        random.Shuffle(engines);
        var whole = CheckEngine.Begin(context, findings.Add);
        foreach (var part in engines)
            whole.Join(new MemoryStream(part.Save()));
        return new Said(findings, whole.Finish(), Digest(whole, context));
    }

    private static IEnumerable<Voucher> InOrder(IEnumerable<Voucher> vouchers) => vouchers.OrderBy(voucher => voucher.Date.Value);

    private static void Feed(CheckEngine engine, CheckContext context, Voucher voucher)
    {
        var isUndated = voucher.Date.Value is not { } date || context.Company.YearOf(date) is null;
        if (isUndated || (voucher.Date.Value >= context.From && voucher.Date.Value <= context.To))
            engine.Observe(voucher, isUndated, isRepaired: voucher.Id.EndsWith('3'));
    }

    private static byte[] Digest(CheckEngine engine, CheckContext context) => MonthDigestFile.Write(engine.Aggregates.ToDigest(Period.Of(context.From)));

    private static void AssertSame(Said whole, Said divided)
    {
        Assert.Equal(Lines(whole.Findings), Lines(divided.Findings));
        Assert.Equal(whole.Result.Totals, divided.Result.Totals);
        Assert.Equal(whole.Result.Coverage, divided.Result.Coverage);
        Assert.Equal((whole.Result.Errors, whole.Result.Warnings, whole.Result.Infos), (divided.Result.Errors, divided.Result.Warnings, divided.Result.Infos));
        Assert.Equal(whole.Digest, divided.Digest);
    }

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Rule} {finding.VoucherId} {finding.VoucherNumber} {finding.Date:O} {finding.Line} {finding.Field} {finding.Message}")).Order(StringComparer.Ordinal);

    private sealed record Said(IReadOnlyList<Finding> Findings, CheckResult Result, byte[] Digest);
}
