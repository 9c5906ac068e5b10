using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Checking;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Trails;

/// <summary>A slip planted in a balanced voucher is named with its figures; and whatever is named would balance the voucher.</summary>
public sealed partial class BalanceTrailTests
{
    private const int Iterations = 500;

    // Distinct amounts of at least ten lira, so that a planted slip is seldom explained in another way as well.
    private static readonly Gen<Voucher> Purchases =
        from amounts in Gen.Int[1_001, 9_999_999].Array[1, 4].Where(static amounts => amounts.Distinct().Count() == amounts.Length)
        select Purchase(amounts.Select(static kurus => kurus / 100m), rate: 20m);

    private static readonly Gen<(Voucher Voucher, int At)> Places = Gen.Select(Purchases, Gen.Int[0, 1_000], static (voucher, at) => (voucher, at % voucher.Lines.Count));

    [Fact]
    public void A_line_booked_twice_is_named() => Named(Places, static (voucher, at) =>
    {
        var twin = voucher with { Lines = [.. voucher.Lines.Take(at + 1), .. voucher.Lines.Skip(at)] };
        return (twin, $"{Number(at + 1)}. ve {Number(at + 2)}. satırlar aynı hesapta ve aynı tutarda, tutarları farka eşit ({Lira(AmountAt(voucher, at))} TL): satır iki kez girilmiş olabilir.");
    });

    [Fact]
    public void A_line_on_the_wrong_side_is_named() => Named(Places, static (voucher, at) =>
    {
        var line = voucher.Lines[at];
        var turned = WithLine(voucher, at, line with { Debit = line.Credit, Credit = line.Debit });
        return (turned, $"{Number(at + 1)}. satırın tutarı ({Lira(AmountAt(voucher, at))} TL) farkın yarısı: bu satır ters tarafa yazılmış olabilir.");
    });

    [Fact]
    public void Two_swapped_digits_are_named() => Named(Gen.Select(Places, Gen.Int[0, 20]), static (place, digit) =>
    {
        var amount = AmountAt(place.Voucher, place.At);
        var text = ((long)(amount * 100)).ToString(CultureInfo.InvariantCulture);
        var i = digit % (text.Length - 1);
        var swapped = string.Concat(text.AsSpan(0, i), text.AsSpan(i + 1, 1), text.AsSpan(i, 1), text.AsSpan(i + 2));
        return swapped == text || swapped[0] == '0' ? null : Mistyped(place, amount, decimal.Parse(swapped, CultureInfo.InvariantCulture) / 100m, "iki rakam yer değiştirmiş");
    });

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void A_moved_decimal_point_is_named(int shift) => Named(Places, (voucher, at) =>
        Mistyped((voucher, at), AmountAt(voucher, at), AmountAt(voucher, at) * shift, "virgül kaymış"));

    [Fact]
    public void Lira_that_are_not_amount_by_rate_are_named() => Named(Gen.Select(Gen.Int[100, 9_999_999], Gen.Int[100_000, 499_999], Gen.Int[1, 99_999]), static (units, tenThousandths, off) =>
    {
        var (amount, rate) = (units / 100m, tenThousandths / 10_000m);
        var lira = decimal.Round(amount * rate, 2, MidpointRounding.AwayFromZero);
        var original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(amount), Rate = AmountField.Of(rate), RateDate = DateField.Of(Day) };
        var voucher = Voucher(Line("102.02", lira + (off / 100m), 0) with { Original = original }, Line("120.02", 0, lira));
        return (voucher, $"1. satırda {TurkishText.Amount(amount)} EUR × {TurkishText.Amount(rate)} = {Lira(lira)} TL eder, satırda {Lira(lira + (off / 100m))} TL yazılı: aradaki {Lira(off / 100m)} TL farka eşit.");
    });

    [Fact]
    public void Kdv_rounded_by_line_against_kdv_of_the_total_is_named() => Named(Gen.Int[1_001, 9_999_999].Array[2, 5], static amounts =>
    {
        var bases = amounts.Select(static kurus => kurus / 100m).ToArray();
        var (byLine, total) = (bases.Sum(static amount => Vat(amount, 20m)), Vat(bases.Sum(), 20m));
        if (byLine == total)
            return null;
        var balanced = Purchase(bases, 20m);
        var last = balanced.Lines.Count - 1;
        var voucher = WithLine(balanced, last, balanced.Lines[last] with { Credit = AmountField.Of(bases.Sum() + total) });
        return (voucher, $"%20 KDV satır satır yuvarlanınca {Lira(byLine)} TL, toplam matrahtan hesaplanınca {Lira(total)} TL eder: aradaki {Lira(decimal.Abs(byLine - total))} TL farka eşit.");
    });

    [Fact]
    public void Kdv_that_is_not_its_base_by_its_rate_is_named() => Named(Gen.Select(Gen.Int[1_001, 9_999_999], Gen.Int[1, 900]), static (kurus, off) =>
    {
        var taxed = kurus / 100m;
        var vat = Vat(taxed, 20m);
        var balanced = Purchase([taxed], 20m);
        var voucher = WithLine(balanced, 1, balanced.Lines[1] with { Debit = AmountField.Of(vat + (off / 100m)) });
        return (voucher, $"{Lira(taxed)} TL matrahın %20 KDV’si {Lira(vat)} TL eder, 2. satırda {Lira(vat + (off / 100m))} TL yazılı: aradaki {Lira(off / 100m)} TL farka eşit.");
    });

    /// <summary>The law of the trail: set what a hint says and the voucher balances. Read from the sentences alone, over differences of every size.</summary>
    [Fact]
    public void A_hint_always_explains_the_whole_difference()
    {
        var hints = 0;
        Gen.Select(Purchases, Gen.Int[0, 100], Gen.OneOf(Gen.Int[-30, 30], Gen.Int[-9_000_000, 9_000_000], Gen.Int[-1_000, 1_000].Select(static nines => nines * 9))).Sample(
            (voucher, at, off) =>
            {
                at %= voucher.Lines.Count;
                var amount = AmountAt(voucher, at) + (off / 100m);
                if (amount <= 0)
                    return;
                var faulty = WithAmount(voucher, at, amount);
                foreach (var hint in TrailOf(faulty))
                {
                    Interlocked.Increment(ref hints);
                    Assert.True(Explains(faulty, hint), $"{hint} ({off})");
                }
            },
            iter: 5_000);
        Assert.True(hints > 100, "hardly any hint was given: the law was not exercised");
    }

    [Fact]
    public void The_trail_depends_on_the_voucher_alone_and_stays_short() => Gen.Select(Purchases, Gen.Int[-99_999, 99_999]).Sample(
        static (voucher, off) =>
        {
            var faulty = WithAmount(voucher, 0, decimal.Abs(AmountAt(voucher, 0) + (off / 100m)) + 0.01m);
            Assert.Equal(TrailOf(faulty), TrailOf(faulty));
            Assert.InRange(TrailOf(faulty).Count, 0, 3);
        },
        iter: Iterations);

    [Fact]
    public void What_no_slip_explains_gets_no_hint() => Assert.Empty(TrailOf(Voucher(Line("120.01", 1_234.50m, 0), Line("600.01", 0, 1_000m))));

    [Fact]
    public void A_line_on_the_lighter_side_is_never_too_much() =>
        Assert.Equal(
            ["1. satırın tutarı farka eşit (700,00 TL): bu satır fazladan girilmiş ya da karşı satırı eksik olabilir."],
            TrailOf(Voucher(Line("120.01", 700m, 0), Line("120.02", 1_315m, 0), Line("600.01", 0, 615m), Line("600.02", 0, 700m))));

    [Fact]
    public void The_report_carries_the_trail_and_the_remedy_begins_with_it()
    {
        var finding = FindingOf(Voucher(Line("102.01", 21_540m, 0), Line("120.01", 0, 12_540m)));
        Assert.Equal(
            ["1. satırda iki rakam yer değiştirmiş olabilir: 21.540,00 yerine 12.540,00 TL olsaydı fiş denk olurdu.", "2. satırda iki rakam yer değiştirmiş olabilir: 12.540,00 yerine 21.540,00 TL olsaydı fiş denk olurdu."],
            finding.Trail);
        Assert.StartsWith(finding.Trail[0], finding.Remedy, StringComparison.Ordinal);
        var report = ReportFinding.Of(finding, linkTemplate: null, isOffered: false);
        Assert.Equal(finding.Trail, report.Trail);
        Assert.Equal(finding.Trail, report.ToFinding().Trail);
        Assert.Null(ReportFinding.Of(finding with { Trail = [] }, linkTemplate: null, isOffered: false).Trail);
    }

    private static void Named<T>(Gen<(T, int)> places, Func<T, int, (Voucher, string)?> plant) => Named(places, place => plant(place.Item1, place.Item2));

    private static void Named<T1, T2, T3>(Gen<(T1, T2, T3)> places, Func<T1, T2, T3, (Voucher, string)?> plant) => Named(places, place => plant(place.Item1, place.Item2, place.Item3));

    // Another slip may explain the same difference and be likelier; three such at once are so rare that the share below would show them.
    private static void Named<T>(Gen<T> places, Func<T, (Voucher Voucher, string Sentence)?> plant)
    {
        int planted = 0, named = 0;
        places.Sample(
            place =>
            {
                if (plant(place) is not { } slip)
                    return;
                Interlocked.Increment(ref planted);
                var trail = TrailOf(slip.Voucher);
                if (trail.Contains(slip.Sentence, StringComparer.Ordinal))
                    Interlocked.Increment(ref named);
                else
                    Assert.True(trail.Count == 3, $"{slip.Sentence} is not in: {string.Join(" | ", trail)}");
            },
            iter: Iterations);
        Assert.True(planted > 50, "the slip was hardly ever planted");
        Assert.True(named >= planted * 98 / 100, $"{named} of {planted}");
    }

    private static (Voucher, string)? Mistyped((Voucher Voucher, int At) place, decimal right, decimal written, string slip) =>
        (WithAmount(place.Voucher, place.At, written), $"{Number(place.At + 1)}. satırda {slip} olabilir: {Lira(written)} yerine {Lira(right)} TL olsaydı fiş denk olurdu.");

    private static bool Explains(Voucher voucher, string hint)
    {
        var facts = VoucherFacts.Of(voucher);
        var difference = decimal.Abs(facts.Debit - facts.Credit);
        if (BetweenPattern().Match(hint) is { Success: true } between)
            return Read(between.Groups["difference"].Value) == difference && PointsTheRightWay(voucher, hint);
        var line = int.Parse(LinePattern().Match(hint).Groups["line"].Value, CultureInfo.InvariantCulture) - 1;
        if (MistypedPattern().Match(hint) is { Success: true } mistyped)
            return Read(mistyped.Groups["written"].Value) == AmountAt(voucher, line) && Balances(WithAmount(voucher, line, Read(mistyped.Groups["right"].Value)));
        if (hint.Contains("farkın yarısı", StringComparison.Ordinal))
            return Balances(WithLine(voucher, line, voucher.Lines[line] with { Debit = voucher.Lines[line].Credit, Credit = voucher.Lines[line].Debit }));
        Assert.True(hint.Contains("fazladan", StringComparison.Ordinal) || hint.Contains("iki kez", StringComparison.Ordinal), hint);
        return Balances(voucher with { Lines = [.. voucher.Lines.Where((_, i) => i != line)] });
    }

    // What stands there is too much on the heavier side, or too little on the lighter one.
    private static bool PointsTheRightWay(Voucher voucher, string hint)
    {
        if (WrittenPattern().Match(hint) is not { Success: true } written)
            return hint.Contains("satır satır yuvarlanınca", StringComparison.Ordinal);
        var facts = VoucherFacts.Of(voucher);
        var isDebit = voucher.Lines[int.Parse(written.Groups["line"].Value, CultureInfo.InvariantCulture) - 1].Debit.OrZero > 0;
        return facts.Debit - facts.Credit + (isDebit ? 1 : -1) * (Read(written.Groups["right"].Value) - Read(written.Groups["written"].Value)) == 0;
    }

    private static bool Balances(Voucher voucher) => VoucherFacts.Of(voucher) is var facts && facts.Debit == facts.Credit;

    private static IReadOnlyList<string> TrailOf(Voucher voucher) => Balances(voucher) ? [] : FindingOf(voucher).Trail;

    private static Finding FindingOf(Voucher voucher) => Assert.Single(RuleCaseRunner.Run(Context, [voucher]).Findings, static finding => finding.Rule is "FIS001" or "FIS002");

    private static CheckContext Context { get; } = new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = new DateOnly(2025, 1, 1),
        To = new DateOnly(2025, 1, 31),
        Period = new Period(2025, 1),
        AsOf = new DateOnly(2025, 3, 1),
        Pack = RulePacks.For(new DateOnly(2025, 1, 1)),
    };

    private static DateOnly Day { get; } = new(2025, 1, 15);

    // Base and KDV for each article, the supplier's line closes the sum.
    private static Voucher Purchase(IEnumerable<decimal> bases, decimal rate)
    {
        var lines = new List<VoucherLine>();
        foreach (var amount in bases)
        {
            lines.Add(Line("153.0" + Number(lines.Count), amount, 0) with { VatRate = AmountField.Of(rate) });
            lines.Add(Line("191.20", Vat(amount, rate), 0) with { VatRate = AmountField.Of(rate), BaseLine = Number(lines.Count) });
        }

        lines.Add(Line("320.01", 0, lines.Sum(static line => line.Debit.OrZero)));
        return Voucher([.. lines.Select(static (line, i) => line with { Id = Number(i + 1) })]);
    }

    private static Voucher Voucher(params VoucherLine[] lines) => new() { Id = "1", Number = "163", Date = DateField.Of(Day), Kind = "mahsup", EnteredBy = "H.A.", Lines = lines };

    private static VoucherLine Line(string account, decimal debit, decimal credit) => new()
    {
        Account = account,
        AccountName = "AD",
        MainAccountName = "ANA",
        Debit = debit == 0 ? AmountField.Absent : AmountField.Of(debit),
        Credit = credit == 0 ? AmountField.Absent : AmountField.Of(credit),
    };

    private static Voucher WithLine(Voucher voucher, int at, VoucherLine changed) => voucher with { Lines = [.. voucher.Lines.Select((line, i) => i == at ? changed : line)] };

    private static Voucher WithAmount(Voucher voucher, int at, decimal amount) =>
        WithLine(voucher, at, voucher.Lines[at].Debit.IsAbsent ? voucher.Lines[at] with { Credit = AmountField.Of(amount) } : voucher.Lines[at] with { Debit = AmountField.Of(amount) });

    private static decimal AmountAt(Voucher voucher, int at) => voucher.Lines[at].Debit.OrZero + voucher.Lines[at].Credit.OrZero;

    private static decimal Vat(decimal amount, decimal rate) => decimal.Round(amount * rate / 100, 2, MidpointRounding.AwayFromZero);

    private static string Lira(decimal amount) => TurkishText.Amount(amount);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal Read(string turkish) => decimal.Parse(turkish.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<line>\d+)\. satır", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"(?<right>[\d.,]+) TL eder, (?<line>\d+)\..*? (?<written>[\d.,]+) TL yazılı", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex WrittenPattern();

    [GeneratedRegex(@": (?<written>[\d.,]+) yerine (?<right>[\d.,]+) TL olsaydı", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MistypedPattern();

    [GeneratedRegex(@"aradaki (?<difference>[\d.,]+) TL farka eşit", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex BetweenPattern();
}
