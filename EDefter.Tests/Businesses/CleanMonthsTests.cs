using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Businesses;

/// <summary>
/// False alarms are the complaint right after missed errors: months of three kinds of business, each right in every voucher, in which no rule may
/// find an error or a warning.
/// </summary>
public sealed class CleanMonthsTests
{
    private const int HotelMonths = 60;

    public static TheoryData<int, ulong> Years => new()
    {
        { 2021, 1 }, { 2022, 2 }, { 2023, 3 }, { 2024, 4 }, { 2025, 5 }, { 2025, 6 },
    };

    [Fact]
    public void A_hotel_hears_nothing()
    {
        for (var i = 0; i < HotelMonths; i++)
        {
            var period = new Period(2024 + (i % 3), 1);
            var year = new FiscalYear { Start = period.FirstDay, End = new DateOnly(period.Year, 12, 31) };
            var company = SampleCompany.Company with { FiscalYear = year, FiscalYears = [year] };
            var said = Check(company, new ChartOfAccounts(SampleAccounts.All, isComplete: true), period, SampleMonth.Vouchers((ulong)i, period, scale: 1));
            Assert.True(said.Count == 0, Told($"hotel {i}", said));
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_trader_hears_nothing_in_a_whole_year(int year, ulong seed) => AssertSilent(new TradeBusiness(year), seed);

    [Theory]
    [MemberData(nameof(Years))]
    public void A_maker_hears_nothing_in_a_whole_year(int year, ulong seed) => AssertSilent(new ManufacturingBusiness(year), seed);

    private static void AssertSilent(IBusiness business, ulong seed)
    {
        var said = new List<string>();
        var before = new List<MonthDigest>();
        foreach (var (period, vouchers) in Months(business, seed))
        {
            Assert.InRange(vouchers.Count, 50, 1_000);
            said.AddRange(Check(business.Company, business.Chart.Accounts, period, vouchers, before).Select(finding => $"{period} {finding}"));
        }

        Assert.True(said.Count == 0, Told($"{business.Company.Id} {seed}", said));
    }

    private static IEnumerable<(Period Period, IReadOnlyList<Voucher> Vouchers)> Months(IBusiness business, ulong seed)
    {
        var book = new BusinessBook(seed, business.Company.FiscalYear!, business.Chart);
        var month = new List<Voucher>();
        for (var day = book.Year.Start; day <= book.Year.End; day = day.AddDays(1))
        {
            book.TurnTo(day);
            month.AddRange(business.Day(book));
            if (!book.IsMonthEnd)
                continue;
            yield return (Period.Of(day), month.ToArray());
            month.Clear();
        }
    }

    private static List<string> Check(Company company, ChartOfAccounts chart, Period period, IEnumerable<Voucher> vouchers, List<MonthDigest>? before = null)
    {
        var said = new List<string>();
        var context = new CheckContext
        {
            Company = company,
            Branch = Branch.HeadOffice,
            From = period.FirstDay,
            To = period.LastDay,
            Period = period,
            AsOf = period.LastDay.AddDays(1),
            Pack = RulePacks.For(period.FirstDay),
            Chart = chart,
            YearToDate = new YearToDate([.. before ?? []]),
        };
        var engine = CheckEngine.Begin(context, finding =>
        {
            if (finding.Severity is not Severity.Info)
                said.Add($"{finding.Rule} {finding.VoucherId}/{finding.Line}: {finding.Message}");
        });
        foreach (var voucher in vouchers)
            engine.Observe(voucher);
        engine.Finish();
        before?.Add(engine.Aggregates.ToDigest(period));
        return said;
    }

    private static string Told(string where, List<string> said) => $"{where}: {said.Count} findings, such as\n{string.Join('\n', said.Take(40))}";
}
