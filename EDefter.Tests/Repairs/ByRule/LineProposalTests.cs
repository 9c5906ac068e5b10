using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>What each repair of amounts, payments and foreign currency proposes by itself, what it rests on, and where it keeps silent.</summary>
public sealed class LineProposalTests
{
    [Fact]
    public void The_rate_of_a_foreign_amount_is_lira_by_foreign_amount()
    {
        Assert.Equal("1 original.rate=36.5415 ‹ 1 debit, 1 credit, 1 side, 1 original.amount", Proposed.By("DOV001", Foreign("1000.14", "27.37"), 1, "original.rate"));
        // The credited line has a rate too.
        Assert.Equal("1 original.rate=36.5415 ‹ 1 debit, 1 credit, 1 side, 1 original.amount", Proposed.By("DOV001", Foreign("1000.14", "27.37").WithLine(1, Credited), 1, "original.rate"));
        Assert.Equal("1 original.rate=1000 ‹ 1 debit, 1 credit, 1 side, 1 original.amount", Proposed.By("DOV001", Foreign("0.10", "0.0001"), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("0.10", "0.00009"), 1, "original.rate"));
        // No rate has more than twelve decimals, and a rate of nothing is none.
        Assert.Equal("1 original.rate=0.000000000004 ‹ 1 debit, 1 credit, 1 side, 1 original.amount", Proposed.By("DOV001", Foreign("0.04", "10000000000"), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("0.01", "40000000000"), 1, "original.rate"));
    }

    [Fact]
    public void A_rate_is_not_taken_from_amounts_in_doubt()
    {
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("0.00", "27.37"), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "0.00"), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "27.37").WithLine(1, static line => line with { Credit = AmountField.Parse("5.00") }), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "27.37").WithLine(1, static line => line with { Credit = AmountField.Parse("5,0O") }), 1, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "27.37"), 2, "original.rate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "27.37"), 1, "original.currency"));
    }

    [Fact]
    public void The_day_of_a_rate_is_the_vouchers()
    {
        Assert.Equal("1 original.rateDate=2025-01-10 ‹ - date", Proposed.By("DOV001", Foreign("1000.14", "27.37"), 1, "original.rateDate"));
        Assert.Equal(Proposed.Nothing, Proposed.By("DOV001", Foreign("1000.14", "27.37") with { Date = DateField.Parse("yarın") }, 1, "original.rateDate"));
    }

    [Fact]
    public void A_negative_amount_keeps_its_letters_and_takes_the_foreign_amount_along()
    {
        var red = Foreign("-1000.14", "-27.37");
        Assert.Equal("1 debit=∅ · 1 credit=1000.14 · 1 original.amount=27.37", Proposed.By("SAT002", red, 1));
        Assert.Equal("1 debit=∅ · 1 credit=1000.14 · 1 side=C · 1 original.amount=27.37", Proposed.By("SAT002", red.WithLine(1, static line => line with { Side = "D" }), 1));
        Assert.Equal("1 debit=1000.14 · 1 credit=∅ · 1 side=D · 1 original.amount=27.37", Proposed.By("SAT002", red.WithLine(1, static line => Credited(line) with { Side = "C" }), 1));
        Assert.Equal("1 debit=1000.14 · 1 credit=∅ · 1 side=B · 1 original.amount=27.37", Proposed.By("SAT002", red.WithLine(1, static line => Credited(line) with { Side = "A" }), 1));
        Assert.Equal("1 debit=∅ · 1 credit=1000.14", Proposed.By("SAT002", Foreign("-1000.14", "0.00"), 1));
        Assert.Equal("1 debit=5.00 · 1 credit=∅", Proposed.By("SAT002", Foreign("0.00", "0.00").WithLine(1, static line => line with { Credit = AmountField.Parse("-5.00") }), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT002", Foreign("0.00", "0.00"), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT002", Foreign("12.00", "0.00"), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT002", red.WithLine(1, static line => line with { Credit = AmountField.Parse("1.00") }), 1));
    }

    [Fact]
    public void Amounts_are_rounded_all_together_or_not_at_all()
    {
        Assert.Equal("1 debit=1000.01 · 3 credit=1200.01", Proposed.By("SAT004", Amounts("1000.005", "200.00", "1200.005")));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT004", Amounts("1000.005", "200.00", "1200.00")));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT004", Amounts("1000.00", "200.00", "1200.00")));
        // A line would lose its amount.
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT004", Amounts("1000.006", "0.004", "1000.01")));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT004", Amounts("1000.004", "2OO", "1000.004")));
    }

    [Fact]
    public void A_zero_line_goes_only_where_nothing_is_lost_with_it()
    {
        Assert.Equal("4 lines=∅", Proposed.By("SAT001", WithZero(), 4));
        // Two lines with amounts must stay.
        var pair = WithZero() with { Lines = [Plain("153.01", "5.00", null), Plain("320.05", null, "5.00"), Plain("153.09", "0.00", null)] };
        Assert.Equal("3 lines=∅", Proposed.By("SAT001", pair, 3));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT001", pair with { Lines = [Plain("153.01", "5.00", "5.00"), Plain("153.09", "0.00", null)] }, 2));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT001", WithZero().WithLine(2, static line => line with { BaseLine = "153.09#1" }), 4));
        Assert.Equal("4 lines=∅", Proposed.By("SAT001", WithZero().WithLine(2, static line => line with { BaseLine = "153.01#1" }), 4));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT001", WithZero().WithLine(1, static line => line with { Debit = AmountField.Parse("999.00") }), 4));
        Assert.Equal("4 lines=∅", Proposed.By("SAT001", WithZero().WithLine(4, static line => line with { Id = null }), 4));
    }

    [Fact]
    public void A_line_of_both_sides_is_divided_unless_it_has_a_foreign_amount()
    {
        var both = RepairFixture.Purchase().WithLine(1, static line => line with { Debit = AmountField.Parse("1010.00"), Credit = AmountField.Parse("10.00") });
        Assert.Equal("1 lines=[{\"debit\":1010.00},{\"credit\":10.00}]", Proposed.By("SAT003", both, 1));
        Assert.Equal("1 lines=[{\"debit\":1010.00},{\"credit\":10.00}]", Proposed.By("SAT003", both.WithLine(1, static line => line with { Original = new OriginalAmount { Currency = "EUR" } }), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT003", both.WithLine(1, static line => line with { Original = new OriginalAmount { Amount = AmountField.Parse("1.00") } }), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("SAT003", both, 2));
    }

    [Fact]
    public void A_payment_method_rests_on_the_account()
    {
        var bank = RepairFixture.Purchase() with { Lines = [Plain("102.01", "5.00", null), Plain("120.07", null, "5.00")] };
        Assert.Equal("1 paymentMethod=Banka ‹ 1 account, 1 mainAccount", Proposed.By("ODE001", bank, 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("ODE001", bank, 2));
        Assert.Equal(Proposed.Nothing, Proposed.By("ODE001", bank.WithLine(2, static line => line with { Account = "100.01" }), 1));
    }

    [Fact]
    public void A_word_for_a_payment_becomes_its_kind_and_is_kept_where_it_says_more()
    {
        Assert.Equal("1 paymentMethod=Banka ‹ 1 description", Proposed.By("ODE003", Paid("EFT 0012", "EFT 0012 geldi"), 1));
        Assert.Equal("1 paymentMethod=Banka · 1 description=Acente - EFT 0012", Proposed.By("ODE003", Paid("EFT 0012", "Acente"), 1));
        Assert.Equal("1 paymentMethod=Banka", Proposed.By("ODE003", Paid("GELEN EFT", description: null), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("ODE003", Paid("bilinmez", description: null), 1));
        // What would make the description longer than a voucher may say is not lost: nothing is offered then.
        Assert.Equal(Proposed.Nothing, Proposed.By("ODE003", Paid("EFT 0012", new string('a', VoucherLimits.TextBytesMax - 10)), 1));
        Assert.NotEqual(Proposed.Nothing, Proposed.By("ODE003", Paid("EFT 0012", new string('a', VoucherLimits.TextBytesMax - 11)), 1));
    }

    [Fact]
    public void A_rounding_line_takes_the_exact_difference()
    {
        Assert.Equal("- lines?[{\"account\":\"659.01\",\"accountName\":\"Kuruş farkı\",\"mainAccountName\":\"Diğer Olağan Gider ve Zararlar (-)\",\"credit\":0.02,\"description\":\"Kuruş farkı\"}] ‹ amounts", Proposed.Choices("FIS002", Amounts("1000.02", "200.00", "1200.00")));
        Assert.Equal("- lines?[{\"account\":\"659.01\",\"accountName\":\"Kuruş farkı\",\"mainAccountName\":\"Diğer Olağan Gider ve Zararlar (-)\",\"debit\":0.05,\"description\":\"Kuruş farkı\"}] ‹ amounts", Proposed.Choices("FIS002", Amounts("1000.00", "200.00", "1200.05")));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("FIS002", Amounts("1000.00", "200.00", "1200.06")));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("FIS002", Amounts("1000.005", "200.00", "1200.00")));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("FIS002", Amounts("1000.00", "200.00", "1200.00")));
    }

    [Fact]
    public void A_rounding_line_is_of_the_branch_that_all_lines_name()
    {
        var branch = RepairFixture.Company with { Branches = [new Branch { Code = "0000", Name = "Merkez" }, new Branch { Code = "0001", Name = "Göcek Şubesi" }] };
        var context = RepairFixture.ContextOf(branch) with { Branch = "0001" };
        var voucher = Amounts("1000.02", "200.00", "1200.00");
        voucher = voucher with { Lines = [.. voucher.Lines.Select(static line => line with { Branch = "0001" })] };
        var change = Assert.Single(RepairFixture.Plan(context, RepairBook.Standard, voucher).Changes, static change => change.Rule == "FIS002");
        Assert.Contains("\"branch\":\"0001\"", Assert.Single(change.Candidates), StringComparison.Ordinal);
        Assert.DoesNotContain("branch", Proposed.Choices("FIS002", voucher.WithLine(2, static line => line with { Branch = null })), StringComparison.Ordinal);
        Assert.DoesNotContain("branch", Proposed.Choices("FIS002", voucher.WithLine(3, static line => line with { Branch = "0002" })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rounding_line_is_named_by_the_chart_where_it_knows_the_account()
    {
        var chart = new ChartOfAccounts([new ChartAccount { Code = "659", Name = "DİĞER GİDERLER" }, new ChartAccount { Code = "659.01", Name = "KÜSURATLAR" }], isComplete: true);
        Assert.Equal("- lines?[{\"account\":\"659.01\",\"accountName\":\"KÜSURATLAR\",\"mainAccountName\":\"DİĞER GİDERLER\",\"credit\":0.02,\"description\":\"Kuruş farkı\"}] ‹ amounts", Proposed.Choices("FIS002", Amounts("1000.02", "200.00", "1200.00"), context: RepairFixture.ContextOf(RepairFixture.Company, chart)));
    }

    [Fact]
    public void Lines_that_name_another_branch_or_none_may_be_given_the_branch_of_the_book()
    {
        var two = RepairFixture.Purchase().WithLine(1, static line => line with { Branch = "0007" });
        Assert.Equal("1 branch?0000", Proposed.Choices("SUB003", two, 1));
        // The head office is the branch of whoever names none.
        Assert.Equal("1 branch?0000", Proposed.Choices("SUB003", two.WithLine(2, static line => line with { Branch = "0" }), 1));
        var seventh = RepairFixture.Context with { Branch = "0007" };
        Assert.Equal("2 branch?0007 · 3 branch?0007", Proposed.Choices("SUB003", two, 1, seventh));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("SUB003", RepairFixture.Purchase(), 1, seventh));
        Assert.Equal("1 branch?0007", Proposed.Choices("SUB003", two.WithLine(1, static line => line with { Branch = "0008" }), 1, seventh));
    }

    private static Voucher Foreign(string lira, string foreign) =>
        RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Parse(lira), Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Parse(foreign) } });

    private static VoucherLine Credited(VoucherLine line) => line with { Debit = AmountField.Absent, Credit = line.Debit };

    private static Voucher Amounts(string first, string second, string third) =>
        RepairFixture.Purchase() with { Lines = [Plain("153.01", first, null), Plain("191.20", second, null), Plain("320.05", null, third)] };

    private static Voucher WithZero() => RepairFixture.Purchase() with { Lines = [.. RepairFixture.Purchase().Lines, Plain("153.09", "0.00", null)] };

    private static Voucher Paid(string method, string? description) => RepairFixture.Purchase().WithLine(1, line => line with { PaymentMethod = method, Description = description });

    private static VoucherLine Plain(string account, string? debit, string? credit) => RepairFixture.Line(account, "ALT HESAP", "ANA HESAP", debit, credit) with { Document = null };
}
