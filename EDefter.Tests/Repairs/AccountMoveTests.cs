using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Repairs.ByRule;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>HES002 and HES011: lines on accounts that the chart lacks or has closed may be moved, one by one, to an account that something about the line points to.</summary>
public sealed class AccountMoveTests
{
    private const string Partner = "4540536920";

    private static readonly ChartAccount[] Chart =
    [
        new() { Code = "120", Name = "ALICILAR" },
        new() { Code = "120.01", Name = "ÖRNEK TURİZM A.Ş." },
        new() { Code = "120.02", Name = "İKİNCİ LTD.", PartnerTaxId = Partner },
        new() { Code = "120.03", Name = "KAPALI LTD.", ActiveTo = new DateOnly(2024, 12, 31) },
        new() { Code = "600", Name = "YURTİÇİ SATIŞLAR" },
        new() { Code = "600.01", Name = "KONAKLAMA" },
    ];

    // Every account of the valid vouchers, and beside each one that was closed before the year.
    private static readonly CheckContext Valid = RepairFixture.ContextOf(RepairFixture.Company, new ChartOfAccounts(
        [
            .. ((string[])["100.01", "102.01", "120.07", "153.01", "191.20", "320.05", "500.01", "600.01"]).SelectMany(static code => new[]
            {
                new ChartAccount { Code = code[..3], Name = "ANA HESAP" },
                new ChartAccount { Code = code, Name = "ALT HESAP" },
                new ChartAccount { Code = code[..3] + ".66", Name = "KAPALI HESAP", ActiveTo = new DateOnly(2024, 12, 31) },
            }),
        ],
        isComplete: true));

    [Theory]
    [InlineData("HES002", ".77")]
    [InlineData("HES011", ".66")]
    public void A_line_on_a_wrong_account_may_be_moved_and_its_rule_is_silent(string rule, string wrong) =>
        Gen.Select(ValidVouchers.Any, Gen.Int[0, 1000]).Sample(
            (voucher, at) =>
            {
                Assert.Empty(RepairFixture.Check(Valid, voucher));
                var line = (at % voucher.Lines.Count) + 1;
                var faulty = voucher.WithLine(line, given => given with { Account = given.Account![..3] + wrong });
                Assert.Contains(RepairFixture.Check(Valid, faulty), finding => finding.Rule == rule);
                var plan = RepairFixture.Plan(Valid, RepairBook.Standard, faulty);
                var move = Assert.Single(plan.Changes, change => change.Rule == rule && change.Target == RuleTarget.Voucher);
                Assert.Equal((RepairClass.C, line, "account", voucher.Lines[line - 1].Account), (move.Class, move.Line, move.Field, Assert.Single(move.Candidates)));
                var accepted = RepairApplier.Accept(plan, RepairLaws.Choosing(plan, [move.N])).Value!;
                Assert.Empty(RepairFixture.Check(Valid, accepted.Mend(faulty).Value!));
                Assert.Equal(RepairLaws.Totals(voucher), RepairLaws.Totals(accepted.Mend(faulty).Value!));
                RepairLaws.All(RepairBook.Standard, faulty, at, Valid);
            },
            iter: 150);

    [Fact]
    public void The_account_of_the_partner_comes_first_and_then_the_one_of_the_name()
    {
        var sale = Sale("120.9") with { Lines = [Sale("120.9").Lines[0] with { AccountName = " ÖRNEK TURİZM A.Ş.", Partner = new Partner { TaxId = Partner, Name = "x" } }, Sale("120.9").Lines[1]] };
        Assert.Equal(["120.02", "120.01"], Moves(sale).Single().Candidates);
        Assert.Equal(
            "120.9 hesabı hesap planında yok; hesap yanlış yazıldıysa satır seçilen hesaba taşınır. 100,00 TL borç 120.9 hesabından çıkar, seçilen hesaba girer; satırın tutarı ve fişin toplamları değişmez.",
            Moves(sale).Single().Why);
    }

    [Fact]
    public void Of_many_accounts_that_nothing_tells_apart_none_is_offered()
    {
        Assert.Empty(Moves(Sale("121.9")));
        Assert.Empty(Moves(Sale("120.9")));
        // Sales have one account only.
        Assert.Equal(["600.01"], Moves(Sale("120.01", "600.9")).Single().Candidates);
    }

    [Fact]
    public void A_closed_account_is_left_for_an_open_one_of_the_same_name()
    {
        var closed = Sale("120.03") with { Lines = [Sale("120.03").Lines[0] with { AccountName = "ÖRNEK TURİZM A.Ş." }, Sale("120.03").Lines[1]] };
        var move = Assert.Single(Moves(closed));
        Assert.Equal(("HES011", "120.03"), (move.Rule, move.Before));
        Assert.Equal(["120.01"], move.Candidates);
        Assert.StartsWith("120.03 hesabı fişin tarihinde pasif;", move.Why, StringComparison.Ordinal);
        Assert.Empty(Moves(closed with { State = "cancelled" }));
    }

    [Fact]
    public void An_account_counts_as_answered_only_when_every_line_of_it_is()
    {
        // Nothing can be created under 600.01, because lines stand on it.
        Assert.DoesNotContain(Plan(Sale("120.01", "600.01.5"), Sale("120.01") with { Id = "2", Number = "164" }).Remaining, static left => left.Rule == "HES002");
        var many = Sale("120.01") with { Lines = [Sale("120.01").Lines[0] with { Debit = AmountField.Of(210m) }, .. Enumerable.Range(1, 20).Select(static n => Sale("120.01", "600.01.5").Lines[1] with { Credit = AmountField.Of(n) })] };
        Assert.Equal(20, Moves(many).Count());
        var tooMany = many with { Lines = [.. many.Lines, many.Lines[1] with { Credit = AmountField.Of(21m) }] };
        Assert.Empty(Moves(tooMany));
        Assert.Contains(Plan(tooMany, Sale("120.01") with { Id = "2", Number = "164" }).Remaining, static left => left is { Rule: "HES002", Count: 1 });
    }

    [Fact]
    public void A_report_says_so_where_the_voucher_is_at_hand()
    {
        var chart = new ChartOfAccounts(Chart, isComplete: true);
        var offers = new RepairOffers(RepairFixture.ContextOf(RepairFixture.Company, chart));
        var sale = Sale("120.01", "600.9");
        var finding = Proposed.FindingOf("HES002", sale, line: 2, field: "account");
        Assert.False(offers.Fits(finding));
        offers.TurnTo(sale);
        Assert.True(offers.Fits(finding));
        offers.TurnTo(sale, fromDrawer: true);
        Assert.False(offers.Fits(finding));
        offers.TurnTo(Sale("120.9"));
        Assert.False(offers.Fits(finding with { Line = 1 }));
    }

    private static IEnumerable<Change> Moves(params Voucher[] vouchers) => Plan(vouchers).Changes.Where(static change => change.Rule is "HES002" or "HES011" && change.Target == RuleTarget.Voucher);

    private static RepairPlan Plan(params Voucher[] vouchers) => RepairFixture.Plan(RepairFixture.ContextOf(RepairFixture.Company, new ChartOfAccounts(Chart, isComplete: true)), RepairBook.Standard, vouchers);

    private static Voucher Sale(string debited, string credited = "600.01") => RepairFixture.Purchase() with
    {
        Module = null,
        Lines = [RepairFixture.Line(debited, "x", "ALICILAR", debit: "100.00"), RepairFixture.Line(credited, "KONAKLAMA", "YURTİÇİ SATIŞLAR", credit: "100.00")],
    };
}
