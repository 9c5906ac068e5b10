using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>Digests of months stand for their vouchers: whatever a rule concludes from them it would conclude from the vouchers themselves.</summary>
public sealed class YearToDateTests
{
    private static readonly Period January = new(2025, 1);
    private static readonly Period February = new(2025, 2);
    private static readonly Period March = new(2025, 3);

    private static readonly Gen<Voucher[]> Quarter = Gen.Select(VoucherGen.Month(January, 12), VoucherGen.Month(February, 12), VoucherGen.Month(March, 12), Gen.Int)
        .Select((first, second, third, seed) => Spoilt([.. first.Select(In("1-")), .. second.Select(In("2-")), .. third.Select(In("3-"))], seed));

    [Fact]
    public void Digests_carry_what_the_vouchers_of_their_months_carry() =>
        Quarter.Sample(
            vouchers =>
            {
                var before = new YearToDate(RuleCaseRunner.Digests(vouchers, January.FirstDay, February.LastDay));
                var all = Gathered(vouchers.Where(voucher => voucher.Date.Value <= February.LastDay));
                Assert.Equal(all.Totals.Accounts, before.Totals.Accounts);
                Assert.Equal(all.Openings, before.Openings.OrderBy(opening => opening.Date));
                Assert.Equal(Series(all.VoucherSeries), Series(NumberSeries.Union(before.Months.SelectMany(month => month.VoucherSeries))));
                Assert.Equal(Series(all.OwnSeries), Series(NumberSeries.Union(before.Months.SelectMany(month => month.OwnSeries))));
                var digest = all.ToDigest(February);
                Assert.Equal(digest.Numbers, before.Months.SelectMany(month => month.Numbers).Order());
                Assert.Equal(digest.Documents, before.Months.SelectMany(month => month.Documents).Distinct().Order());
            },
            iter: 150);

    [Fact]
    public void The_same_vouchers_give_the_same_bytes_in_whatever_order_they_come() =>
        Gen.Select(Quarter, Gen.Int).Sample(
            (vouchers, seed) =>
            {
                var random = new Random(seed);
                var expected = MonthDigestFile.Write(Gathered(vouchers).ToDigest(January));
                Assert.Equal(expected, MonthDigestFile.Write(Gathered(vouchers.OrderBy(_ => random.Next())).ToDigest(January)));
            },
            iter: 150);

    // A check of all three months at once knows the vouchers; a check of March alone knows the digests.
    [Fact]
    public void What_is_said_of_a_month_after_others_is_said_in_a_check_of_all_of_them() =>
        Quarter.Sample(
            vouchers =>
            {
                var company = VoucherGen.CompanyOf(2025) with { FoundedOn = January.FirstDay };
                var together = Told(Context(company, January.FirstDay, before: null), vouchers);
                var alone = Told(Context(company, March.FirstDay, new YearToDate(RuleCaseRunner.Digests(vouchers, January.FirstDay, February.LastDay))), vouchers);
                // Both end on the same day, so balances, gaps and numbers must be the same; what is told of a single day or voucher belongs to the days that were checked.
                if (vouchers.Any(voucher => March.Contains(voucher.Date.Value!.Value) && VoucherFacts.Of(voucher).InBook))
                    Assert.Equal(together.Where(IsOfTheEnd), alone.Where(IsOfTheEnd));
                foreach (var finding in alone.Where(finding => finding.StartsWith("FIS008", StringComparison.Ordinal)))
                    Assert.Contains(together, other => other.StartsWith(finding[..finding.IndexOf('(', StringComparison.Ordinal)], StringComparison.Ordinal));
                Assert.Equal(together.Where(finding => finding.StartsWith("FIS008", StringComparison.Ordinal) && IsIn(finding, vouchers, March)).Select(Count), alone.Where(finding => finding.StartsWith("FIS008", StringComparison.Ordinal)).Select(Count));
            },
            iter: 150);

    [Fact]
    public void A_digest_of_another_version_is_not_read()
    {
        var bytes = new MemoryStream();
        using (var deflated = new System.IO.Compression.DeflateStream(bytes, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            deflated.Write(BitConverter.GetBytes(MonthDigestFile.Version + 1));
        bytes.Position = 0;
        Assert.Throws<InvalidDataException>(() => MonthDigestFile.Read(bytes));
    }

    // Numbers that meet, an opening voucher that comes twice, a document that is booked twice, cancelled vouchers.
    private static Voucher[] Spoilt(Voucher[] vouchers, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. vouchers.Select(voucher => random.Next(6) switch
            {
                0 => voucher with { Number = "7", Kind = "mahsup" },
                1 => voucher with { Kind = "opening" },
                2 => voucher with { State = "cancelled" },
                3 => voucher with { Lines = [.. voucher.Lines.Select(line => line with { Partner = new Partner { TaxId = "4540536920" }, Document = new SourceDocument { Type = "invoice", Number = "GDA2025000000007", OwnSeries = "true" } })] },
                _ => voucher,
            }),
        ];
    }

    private static Func<Voucher, Voucher> In(string prefix) => voucher => voucher with { Id = prefix + voucher.Id };

    private static MonthAggregates Gathered(IEnumerable<Voucher> vouchers)
    {
        var aggregates = new MonthAggregates();
        foreach (var facts in vouchers.Select(VoucherFacts.Of))
        {
            if (facts.InBook)
                aggregates.Observe(facts);
            else
                aggregates.ObserveCancelled(facts);
        }

        return aggregates;
    }

    private static IEnumerable<string> Series(IEnumerable<NumberSeries> series) =>
        series.Select(one => $"{one.Group}|{one.Prefix}|{one.Suffix}|{one.Width}|{string.Join(',', one.Runs)}");

    private static CheckContext Context(Company company, DateOnly from, YearToDate? before) => new()
    {
        Company = company,
        Branch = Branch.HeadOffice,
        From = from,
        To = March.LastDay,
        AsOf = new DateOnly(2025, 4, 1),
        Pack = RulePacks.For(from),
        YearToDate = before,
    };

    private static List<string> Told(CheckContext context, IEnumerable<Voucher> vouchers) =>
        [.. RuleCaseRunner.Run(context, vouchers).Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Rule} {finding.VoucherId} {finding.Message}")).Order(StringComparer.Ordinal)];

    private static bool IsOfTheEnd(string finding) => finding.StartsWith("HES010", StringComparison.Ordinal);

    // "Fiş numarası mükerrer: 7 (5 adet, …": how many there are does not depend on where they lie.
    private static string Count(string finding) => finding[finding.IndexOf('(', StringComparison.Ordinal)..finding.IndexOf(" adet", StringComparison.Ordinal)];

    private static bool IsIn(string finding, IEnumerable<Voucher> vouchers, Period period) =>
        vouchers.Any(voucher => voucher.Id == finding.Split(' ')[1] && period.Contains(voucher.Date.Value!.Value));
}
