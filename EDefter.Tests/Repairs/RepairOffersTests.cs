using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Repairs.ByRule;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>Whether a report may say of a finding that a plan has something to offer for it.</summary>
public sealed class RepairOffersTests
{
    private static readonly Voucher Nobody = RepairFixture.Purchase() with { EnteredBy = null };

    [Fact]
    public void A_repair_or_a_choice_that_fits_the_voucher_is_on_offer()
    {
        Assert.True(Fits(Nobody, "FIS010"));
        Assert.True(Fits(Nobody with { State = "planned" }, "FIS006"));
        // Nothing of the voucher can be said in the name of its rules.
        Assert.False(Fits(RepairFixture.Purchase() with { Comment = null, Lines = [] }, "MET007"));
        Assert.False(Fits(RepairFixture.Purchase(), "ODE004"));
        Assert.False(Fits(Nobody, "FIS001"));
        Assert.False(Fits(Nobody, "FIS007"));
        Assert.False(Fits(RepairFixture.Purchase(), "BEL025"));
    }

    [Fact]
    public void What_nobody_mends_is_never_on_offer_whatever_the_rule()
    {
        var offers = new RepairOffers(RepairFixture.Context);
        offers.TurnTo(Nobody);
        Assert.False(offers.Fits(Proposed.FindingOf("FIS010", Nobody, line: null, "enteredBy") with { RepairClass = RepairClass.N }));
    }

    [Fact]
    public void A_voucher_that_no_month_owns_yet_gets_no_plan()
    {
        var offers = new RepairOffers(RepairFixture.Context);
        offers.TurnTo(Nobody, fromDrawer: true);
        Assert.False(offers.Fits(Finding(Nobody, "FIS010")));
        offers.TurnTo(Nobody);
        Assert.True(offers.Fits(Finding(Nobody, "FIS010")));
    }

    [Fact]
    public void Of_a_voucher_that_is_not_at_hand_its_rule_speaks()
    {
        var offers = new RepairOffers(RepairFixture.Context);
        Assert.True(offers.Fits(Finding(Nobody, "FIS010")));
        Assert.True(offers.Fits(Finding(Nobody, "FIS006")));
        Assert.False(offers.Fits(Finding(Nobody, "FIS012") with { Rule = "KON007" }));
        offers.TurnTo(RepairFixture.Purchase() with { Id = "other", Lines = [] });
        Assert.True(offers.Fits(Finding(Nobody, "ODE004")));
        offers.TurnTo(RepairFixture.Purchase() with { Id = "other", Lines = [] }, fromDrawer: true);
        Assert.True(offers.Fits(Finding(Nobody, "FIS010")));
    }

    [Fact]
    public void The_voucher_at_hand_is_the_one_turned_to_last()
    {
        var offers = new RepairOffers(RepairFixture.Context);
        offers.TurnTo(RepairFixture.Purchase());
        Assert.False(offers.Fits(Finding(Nobody, "ODE004")));
        offers.TurnTo(RepairFixture.Purchase().WithLine(1, static line => line with { PaymentMethod = "Nakit" }));
        Assert.True(offers.Fits(Finding(Nobody, "ODE004")));
    }

    [Theory]
    [InlineData("163", true)]
    [InlineData("A-7", true)]
    [InlineData("123456789012345678", true)]
    [InlineData("1234567890123456789", false)]
    [InlineData("A-", false)]
    [InlineData(null, false)]
    public void A_number_that_is_taken_twice_has_a_next_one_when_it_ends_in_digits(string? number, bool fits) => Assert.Equal(fits, Fits(Nobody with { Number = number }, "FIS008"));

    [Fact]
    public void The_chart_and_the_profile_are_asked_for_what_they_lack()
    {
        var chart = new ChartOfAccounts([new ChartAccount { Code = "120", Name = "ALICILAR" }], isComplete: true);
        var offers = new RepairOffers(RepairFixture.ContextOf(RepairFixture.Company with { NaceCode = "55.10.03" }, chart));
        Assert.True(offers.Fits(Finding(Nobody, "HES002") with { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["hesap"] = "120.01" } }));
        Assert.False(offers.Fits(Finding(Nobody, "HES002") with { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["hesap"] = "120" } }));
        Assert.True(offers.Fits(Finding(Nobody, "FIR006")));
        Assert.False(offers.Fits(Finding(Nobody, "FIR008")));
    }

    private static bool Fits(Voucher voucher, string rule)
    {
        var offers = new RepairOffers(RepairFixture.Context);
        offers.TurnTo(voucher);
        return offers.Fits(Finding(voucher, rule));
    }

    private static Finding Finding(Voucher voucher, string rule) => Proposed.FindingOf(rule, voucher, line: 1, field: null);
}
