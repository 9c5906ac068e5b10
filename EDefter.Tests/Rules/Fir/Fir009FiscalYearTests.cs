using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Fir;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Fir;

/// <summary>What a request cannot bring about, or not alone: no year at all, a last year that the register did not keep, the edges.</summary>
public sealed class Fir009FiscalYearTests
{
    [Fact]
    public void A_company_without_a_fiscal_year_is_told() => Assert.Equal(["Hesap dönemi hatalı: tanımlı değil."], Told([], last: null));

    [Fact]
    public void A_company_with_an_earlier_year_alone_is_not() => Assert.Empty(Told([Year("2024-01-01", "2024-12-31")], last: null));

    [Fact]
    public void A_last_year_that_was_not_kept_is_judged() =>
        Assert.Equal(["Hesap dönemi hatalı: 01.01.2025–01.01.2026, 12 aydan uzun."], Told([Year("2024-01-01", "2024-12-31")], Year("2025-01-01", "2026-01-01")));

    [Fact]
    public void A_year_is_told_once() =>
        Assert.Equal(["Hesap dönemi hatalı: 01.01.2025–01.01.2026, 12 aydan uzun."], Told([Year("2024-01-01", "2024-12-31"), Year("2025-01-01", "2026-01-01")], Year("2025-01-01", "2026-01-01")));

    [Theory]
    [InlineData("2025-01-01", "2025-12-31", true)]
    [InlineData("2025-01-01", "2026-01-01", false)]
    [InlineData("2024-02-29", "2025-02-27", true)]
    [InlineData("2025-12-30", "2025-12-31", true)]
    [InlineData("2025-12-31", "2025-12-31", false)]
    [InlineData("2025-12-31", "2025-12-30", false)]
    public void A_year_ends_after_it_begins_and_within_twelve_months(string start, string end, bool isRight) => Assert.Equal(isRight, Told([], Year(start, end)).Count == 0);

    private static FiscalYear Year(string start, string end) =>
        new() { Start = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), End = DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) };

    private static List<string> Told(IReadOnlyList<FiscalYear> kept, FiscalYear? last)
    {
        var told = new List<string>();
        var month = new Period(2025, 1);
        var context = new CheckContext
        {
            Company = VoucherGen.CompanyOf(2025) with { FiscalYears = kept, FiscalYear = last },
            Branch = Branch.HeadOffice,
            From = month.FirstDay,
            To = month.LastDay,
            AsOf = month.LastDay,
            Pack = RulePacks.For(month.FirstDay),
        };
        new Fir009FiscalYear().Check(context, new FindingSink(finding => told.Add(finding.Message)));
        return told;
    }
}
