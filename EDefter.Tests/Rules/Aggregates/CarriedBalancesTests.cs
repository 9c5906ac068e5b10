using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Aggregates;

/// <summary>What the accounts began with is known or it is not; nothing is taken for zero.</summary>
public sealed class CarriedBalancesTests
{
    private static readonly DateOnly NewYear = new(2025, 1, 1);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Without_the_months_before_only_the_first_month_knows_them(int month, bool known) =>
        Assert.Equal(known, CarriedBalances.Of(Context(new Period(2025, month)), openingInRange: true) is not null);

    [Theory]
    [InlineData("2024-06-01", true)]
    [InlineData("2025-01-01", true)]
    [InlineData("2025-01-02", false)]
    [InlineData("2026-01-01", true)]
    public void Balances_of_the_first_day_say_nothing_to_books_that_begin_in_mid_year(string adopted, bool known)
    {
        var sent = AccountTotals.Of([new AccountTotal("100.01", "100", 10, 0)]);
        var day = DateOnly.Parse(adopted, System.Globalization.CultureInfo.InvariantCulture);
        var context = Context(new Period(2025, 1));
        var carried = CarriedBalances.Of(context with { OpeningBalances = sent, Company = context.Company with { AdoptionDate = day } }, openingInRange: false);
        Assert.Equal(known ? 10m : null, carried?.BalanceOf("100.01"));
    }

    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    public void A_company_founded_in_the_year_begins_with_nothing(string founded, bool known)
    {
        var context = Context(new Period(2025, 1));
        var day = DateOnly.Parse(founded, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(known, CarriedBalances.Of(context with { Company = context.Company with { FoundedOn = day } }, openingInRange: false) is not null);
    }

    // What was booked between the first day of company or branch and that of e-Defter stands on paper.
    [Theory]
    [InlineData("2025-02-10", "2025-07-01", false)]
    [InlineData("2025-07-01", "2025-07-01", true)]
    [InlineData("2025-08-01", "2025-07-01", true)]
    [InlineData("2025-02-10", "2025-01-01", true)]
    public void Nothing_is_known_of_what_was_booked_on_paper_before_e_Defter(string began, string adopted, bool known)
    {
        var (first, taken) = (Day(began), Day(adopted));
        var context = Context(new Period(2025, 1)) with { YearToDate = YearToDate.Empty };
        var company = context.Company with { AdoptionDate = taken };
        Assert.Equal(known, CarriedBalances.Of(context with { Company = company with { FoundedOn = first } }, openingInRange: false) is not null);
        Assert.Equal(known, CarriedBalances.Of(context with { Company = company with { Branches = [new Branch { Code = Branch.HeadOffice, ValidFrom = first }] } }, openingInRange: false) is not null);
        Assert.Null(CarriedBalances.Of(context with { Company = company with { Branches = [new Branch { Code = "0007", ValidFrom = first }] } }, openingInRange: false));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CheckContext Context(Period month) => new()
    {
        Company = VoucherGen.CompanyOf(2025) with { FoundedOn = null, AdoptionDate = null },
        Branch = Branch.HeadOffice,
        From = month.FirstDay,
        To = month.LastDay,
        Period = month,
        AsOf = NewYear,
        Pack = RulePacks.For(NewYear),
    };
}
