using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class CheckEngineTests
{
    private static readonly Period Month = new(2025, 1);

    // The generated vouchers have no opening voucher among them, so the first month of the year lacks it and what the accounts began with is unknown; no chart is sent either.
    private static readonly string[] OfTheMonth = ["ACK002", "KON006"];

    [Fact]
    public void Clean_vouchers_of_every_kind_make_no_rule_speak() =>
        VoucherGen.Month(Month, 40).Sample(
            vouchers =>
            {
                var (findings, result) = Run(vouchers);
                Assert.DoesNotContain(findings, finding => !OfTheMonth.Contains(finding.Rule) && (vouchers.Length > 0 || !string.Equals(finding.Rule, "NUM012", StringComparison.Ordinal)));
                Assert.Equal(vouchers.Length, result.Totals.Vouchers);
                Assert.Equal(vouchers.Sum(voucher => voucher.Lines.Sum(line => line.Debit.OrZero)), result.Totals.Debit);
                Assert.Equal(result.Totals.Debit, result.Totals.Credit);
            },
            iter: 300);

    [Fact]
    public void The_order_inside_a_day_does_not_show() =>
        Gen.Select(VoucherGen.Month(Month, 25), Gen.Int).Sample(
            (vouchers, seed) =>
            {
                // Two days only, so that what is spoilt meets its like on one day.
                var faulty = vouchers.Select((voucher, i) => Spoil(Moved(voucher, new DateOnly(2025, 1, 10 + (i * 2 / vouchers.Length))), i)).ToArray();
                var shuffled = Shuffle(faulty, seed);
                Assert.Equal(Told(faulty), Told(shuffled));
            },
            iter: 200);

    [Fact]
    public void Totals_leave_out_cancelled_and_undated_vouchers_but_count_them_as_received()
    {
        var voucher = VoucherGen.Of(Month, "1", "1").Single();
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(Context(), findings.Add);
        engine.Observe(voucher);
        engine.Observe(voucher with { Id = "2", State = "cancelled" });
        engine.Observe(voucher with { Id = "3", Date = DateField.Absent }, fromDrawer: true);
        engine.Observe(voucher with { Id = "4", Date = DateField.Absent, State = "cancelled" }, fromDrawer: true);
        var totals = engine.Finish().Totals;
        Assert.Equal(new CheckTotals { Vouchers = 1, Lines = voucher.Lines.Count, Debit = totals.Debit, Credit = totals.Debit, Received = 4, Processed = 4, Cancelled = 2, Undated = 2 }, totals);
        Assert.Equal(voucher.Lines.Sum(line => line.Debit.OrZero), totals.Debit);
        var only = Assert.Single(findings, finding => !OfTheMonth.Contains(finding.Rule));
        Assert.Equal(("TAR003", "3"), (only.Rule, only.VoucherId));
    }

    [Fact]
    public void Findings_go_out_before_the_check_ends()
    {
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(Context() with { Company = VoucherGen.CompanyOf(2025) with { Title = null } }, findings.Add);
        Assert.Equal("FIR003", Assert.Single(findings).Rule);
        engine.Observe(VoucherGen.Of(Month, "1", "1").Single() with { Lines = [] });
        Assert.Equal("FIS004", Assert.Single(findings, finding => finding.VoucherId is not null).Rule);
        var result = engine.Finish();
        Assert.Equal((2, 1, 2), (result.Errors, result.Warnings, result.Infos));
        Assert.Throws<InvalidOperationException>(() => engine.Finish());
    }

    [Fact]
    public void Coverage_tells_what_ran_and_what_did_not()
    {
        var month = CheckEngine.Begin(Context(), _ => { }).Finish();
        Assert.Equal(RuleBook.Standard.Rules.Where(rule => rule.Info.Phase == RulePhase.Check).Select(rule => rule.Info.Code), month.Coverage.Select(row => row.Rule));
        Assert.Equal(RuleOutcome.NoData, Outcome(month, "KON002"));
        Assert.Equal(RuleOutcome.Ran, Outcome(month, "FIS001"));
        Assert.Equal((RuleOutcome.Ran, 1), (Outcome(month, "NUM012"), month.Coverage.Single(row => string.Equals(row.Rule, "NUM012", StringComparison.Ordinal)).Findings));
        var days = CheckEngine.Begin(Context() with { Period = null, To = new DateOnly(2025, 1, 20), SourceCount = new SourceCount(1, 2) }, _ => { }).Finish();
        Assert.Equal(RuleOutcome.Skipped, Outcome(days, "KON002"));
        Assert.Equal(RuleOutcome.Skipped, Outcome(days, "NUM012"));
        Assert.Equal((0, 1, 0), (days.Errors, days.Warnings, days.Infos));
        var printed = CheckEngine.Begin(Context() with { Company = VoucherGen.CompanyOf(2025) with { EDefter = false } }, _ => { }).Finish();
        Assert.Equal(RuleOutcome.NotApplicable, Outcome(printed, "TAR005"));
        var off = CheckEngine.Begin(Context() with { Pack = Context().Pack with { Off = new HashSet<string>(StringComparer.Ordinal) { "NUM012" } } }, _ => { }).Finish();
        Assert.Equal((RuleOutcome.Off, 0), (Outcome(off, "NUM012"), off.Infos));
    }

    [Fact]
    public void A_month_outside_every_fiscal_year_says_so_even_when_it_is_empty()
    {
        var findings = new List<Finding>();
        CheckEngine.Begin(Context() with { From = new DateOnly(2031, 5, 1), To = new DateOnly(2031, 5, 31), Period = new Period(2031, 5) }, findings.Add).Finish();
        var finding = Assert.Single(findings, finding => string.Equals(finding.Rule, "TAR006", StringComparison.Ordinal));
        Assert.Equal("01.05.2031 için hesap dönemi tanımı yok.", finding.Message);
    }

    [Fact]
    public void Numbers_that_begin_again_with_the_fiscal_year_are_no_duplicates()
    {
        var company = VoucherGen.CompanyOf(2025);
        var before = new FiscalYear { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) };
        var context = Context() with { Company = company with { FiscalYears = [before, company.FiscalYear!] }, From = new DateOnly(2024, 12, 1), Period = null };
        var voucher = VoucherGen.Of(Month, "2", "7").Single();
        var old = new DateOnly(2024, 12, 31);
        var (findings, _) = RuleCaseRunner.Run(context, [Moved(voucher with { Id = "1" }, old), voucher]);
        Assert.DoesNotContain(findings, finding => string.Equals(finding.Rule, "FIS008", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_meet_again_in_the_second_year_are_duplicates_there()
    {
        var voucher = VoucherGen.Of(Month, "2", "7").Single();
        var (findings, _) = RuleCaseRunner.Run(OfTwoYears(), [Moved(voucher with { Id = "1" }, new DateOnly(2024, 12, 31)), voucher, voucher with { Id = "3" }]);
        var finding = Assert.Single(findings, finding => finding.Rule == "FIS008");
        Assert.Equal(("3", "Fiş numarası mükerrer: 7 (2 adet)."), (finding.VoucherId, finding.Message));
    }

    [Fact]
    public void Each_year_may_have_its_opening_voucher()
    {
        var voucher = VoucherGen.Of(Month, "2", "7").Single() with { Kind = "opening" };
        var (findings, _) = RuleCaseRunner.Run(OfTwoYears(), [Moved(voucher with { Id = "1" }, new DateOnly(2024, 12, 1)), voucher]);
        Assert.DoesNotContain(findings, finding => finding.Rule == "ACK003");
    }

    [Fact]
    public void Several_duplicates_are_told_in_the_order_of_their_numbers()
    {
        var voucher = VoucherGen.Of(Month, "1", "10").Single();
        var vouchers = new[] { "10", "9", "100", "9", "100", "10" }.Select((number, i) => voucher with { Id = $"{i}", Number = number });
        Assert.Equal(["9", "10", "100"], Run(vouchers).Findings.Where(finding => finding.Rule == "FIS008").Select(finding => finding.VoucherNumber));
    }

    [Fact]
    public void Faults_of_accounts_are_told_in_the_order_of_the_accounts_and_of_what_is_wrong()
    {
        var lines = new[] { ("600.01", "320"), ("120.01", "320"), ("120.01", "100") }.Select(pair => new VoucherLine { Account = pair.Item1, MainAccount = pair.Item2 });
        var voucher = VoucherGen.Of(Month, "1", "1").Single() with { Lines = [.. lines] };
        Assert.Equal(
            ["120.01 hesabı: ana hesap kodu \"100\" ile başlamıyor.", "120.01 hesabı: ana hesap kodu \"320\" ile başlamıyor.", "600.01 hesabı: ana hesap kodu \"320\" ile başlamıyor."],
            Run([voucher]).Findings.Where(finding => finding.Rule == "HES007").Select(finding => finding.Message));
    }

    [Fact]
    public void What_is_missing_is_the_other_side()
    {
        var amount = AmountField.Of(5);
        var debits = VoucherGen.Of(Month, "1", "1").Single() with { Lines = [new VoucherLine { Debit = amount }, new VoucherLine { Debit = amount }] };
        var credits = debits with { Id = "2", Number = "2", Lines = [new VoucherLine { Credit = amount }, new VoucherLine { Credit = amount }] };
        var remedies = Run([debits, credits]).Findings.Where(finding => finding.Rule == "FIS005").Select(finding => finding.Remedy.Split(' ')[1]);
        Assert.Equal(["alacak", "borç"], remedies);
    }

    [Fact]
    public void What_repairs_did_to_the_lines_says_nothing_about_what_the_ERP_sent()
    {
        var voucher = VoucherGen.Of(Month, "1", "1").Single();
        var lines = voucher.Lines.Count * 3;
        Assert.Empty(RowsLost(voucher, new SourceCount(3, lines), repaired: []));
        Assert.Equal([$"Kaynakta 3 fiş, raporda 3 fiş var (kaynakta {lines + 1} satır, raporda {lines} satır)."], RowsLost(voucher, new SourceCount(3, lines + 1), repaired: []));
        Assert.Empty(RowsLost(voucher, new SourceCount(3, lines + 1), repaired: [0]));
        Assert.Empty(RowsLost(voucher, new SourceCount(3, lines + 1), repaired: [2]));
        Assert.Empty(RowsLost(voucher, new SourceCount(3, lines + 1), repaired: [0, 1]));
        Assert.Equal(["Kaynakta 4 fiş, raporda 3 fiş var."], RowsLost(voucher, new SourceCount(4, lines + 1), repaired: [0]));

        // Where it is known what repairs did, a lost line is missed among repaired vouchers too.
        var added = new RepairDifference(0, 2);
        Assert.Empty(RowsLost(voucher, new SourceCount(3, lines - 2), repaired: [0], added));
        Assert.Equal([$"Kaynakta 3 fiş, raporda 3 fiş var (kaynakta {lines} satır, raporda {lines - 2} satır)."], RowsLost(voucher, new SourceCount(3, lines), repaired: [0], added));
        Assert.Empty(RowsLost(voucher, new SourceCount(2, lines - voucher.Lines.Count), repaired: [0], new RepairDifference(1, voucher.Lines.Count)));
        Assert.Equal(["Kaynakta 3 fiş, raporda 4 fiş var."], RowsLost(voucher, new SourceCount(3, Lines: null), repaired: [0], new RepairDifference(-1, 0)));
    }

    [Fact]
    public void A_cancelled_voucher_of_the_drawer_is_not_one_of_the_month()
    {
        var voucher = VoucherGen.Of(Month, "1", "1").Single();
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(Context() with { SourceCount = new SourceCount(1, voucher.Lines.Count) }, findings.Add);
        engine.Observe(voucher);
        engine.Observe(voucher with { Id = "2", Date = DateField.Absent, State = "cancelled" }, fromDrawer: true);
        engine.Finish();
        Assert.DoesNotContain(findings, finding => finding.Rule == "KON002");
    }

    [Fact]
    public void After_its_end_a_check_takes_no_voucher()
    {
        var engine = CheckEngine.Begin(Context(), _ => { });
        engine.Finish();
        Assert.Throws<InvalidOperationException>(() => engine.Observe(VoucherGen.Of(Month, "1", "1").Single()));
    }

    [Fact]
    public void Only_the_rules_of_the_book_run()
    {
        var book = new RuleBook([new EDefter.Core.Rules.Fis.Fis004NoLines()]);
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(Context(), findings.Add, book);
        engine.Observe(VoucherGen.Of(Month, "1", "1").Single() with { Number = null, Lines = [] });
        Assert.Equal(["FIS004"], engine.Finish().Coverage.Select(row => row.Rule));
        Assert.Equal(["FIS004"], findings.Select(finding => finding.Rule));
    }

    private static IEnumerable<string> RowsLost(Voucher voucher, SourceCount count, int[] repaired, RepairDifference? difference = null)
    {
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(Context() with { SourceCount = count, Repaired = difference }, findings.Add);
        for (var i = 0; i < 3; i++)
            engine.Observe(voucher with { Id = $"{i}", Number = $"{i}" }, isRepaired: repaired.Contains(i));
        engine.Finish();
        return findings.Where(finding => finding.Rule == "KON002").Select(finding => finding.Message);
    }

    private static CheckContext OfTwoYears()
    {
        var company = VoucherGen.CompanyOf(2025);
        var before = new FiscalYear { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) };
        return Context() with { Company = company with { FiscalYears = [before, company.FiscalYear!] }, From = new DateOnly(2024, 12, 1), Period = null };
    }

    private static Voucher Moved(Voucher voucher, DateOnly day) =>
        voucher with { Date = DateField.Of(day), Lines = [.. voucher.Lines.Select(line => line with { PostingDate = DateField.Of(day) })] };

    // Every second voucher loses something, in a way that makes rules across vouchers speak too.
    private static Voucher Spoil(Voucher voucher, int at) => (at % 8) switch
    {
        0 => voucher with { Number = "7", Kind = "mahsup" },
        2 => voucher with { Kind = "opening" },
        4 => voucher with { EnteredBy = " ", Lines = [.. voucher.Lines.Select(line => line with { MainAccountName = null, AccountName = null })] },
        6 => voucher with { Lines = [.. voucher.Lines.Skip(1)] },
        _ => voucher,
    };

    private static Voucher[] Shuffle(Voucher[] vouchers, int seed)
    {
        var random = new Random(seed);
        return [.. vouchers.OrderBy(voucher => voucher.Date.Value).ThenBy(_ => random.Next())];
    }

    private static IEnumerable<string> Told(IEnumerable<Voucher> vouchers) =>
        Run(vouchers).Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Rule} {finding.VoucherId} {finding.VoucherNumber} {finding.Line} {finding.Message}")).Order(StringComparer.Ordinal);

    private static RuleOutcome Outcome(CheckResult result, string code) => result.Coverage.Single(row => string.Equals(row.Rule, code, StringComparison.Ordinal)).Outcome;

    private static (IReadOnlyList<Finding> Findings, CheckResult Result) Run(IEnumerable<Voucher> vouchers) => RuleCaseRunner.Run(Context(), vouchers);

    private static CheckContext Context() => new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = Month.FirstDay,
        To = Month.LastDay,
        Period = Month,
        AsOf = new DateOnly(2025, 3, 1),
        Pack = RulePacks.For(Month.FirstDay),
    };
}
