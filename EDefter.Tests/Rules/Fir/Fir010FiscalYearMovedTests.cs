using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Fir;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Fir;

/// <summary>Years that no profile can name once vouchers came, but that an older one may have left behind.</summary>
public sealed class Fir010FiscalYearMovedTests
{
    [Theory]
    [InlineData("2025-01-01", "2025-12-31", false)]
    [InlineData("2025-12-31", "2026-12-30", true)]
    [InlineData("2026-01-01", "2026-12-31", false)]
    [InlineData("2024-01-02", "2025-01-01", true)]
    [InlineData("2024-01-01", "2024-12-31", false)]
    public void A_year_that_shares_a_day_with_the_numbered_one_was_moved(string start, string end, bool speaks)
    {
        var told = new List<Finding>();
        var month = new Period(2025, 2);
        var context = new CheckContext
        {
            Company = VoucherGen.CompanyOf(2025) with { FiscalYear = new FiscalYear { Start = Day(start), End = Day(end) } },
            NumberedYear = new FiscalYear { Start = Day("2025-01-01"), End = Day("2025-12-31") },
            Branch = Branch.HeadOffice,
            From = month.FirstDay,
            To = month.LastDay,
            AsOf = month.LastDay,
            Pack = RulePacks.For(month.FirstDay),
        };
        new Fir010FiscalYearMoved().Check(context, new FindingSink(told.Add));
        Assert.Equal(speaks, told.Count == 1);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
