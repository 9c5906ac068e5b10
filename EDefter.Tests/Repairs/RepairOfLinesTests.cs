using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using Xunit;
using static EDefter.Tests.Repairs.ShownPlan;

namespace EDefter.Tests.Repairs;

/// <summary>What the repairs of amounts, payments, KDV, texts and foreign currency offer, and where they offer nothing.</summary>
public class RepairOfLinesTests
{
    private static readonly SourceDocument Dekont = new() { Type = "other", TypeDescription = "Dekont", Number = "D-1", Date = DateField.Parse("2025-01-09") };

    [Fact]
    public void A_negative_amount_moves_to_the_other_side_with_its_digits()
    {
        Shows(Collection(debit: "-5.00", credit: "-5.00"), "SAT002 1 debit \"-5.00\" → ∅", "SAT002 1 credit ∅ → \"5.00\"", "SAT002 2 debit ∅ → \"5.00\"", "SAT002 2 credit \"-5.00\" → ∅");
        Shows(
            Collection(debit: "-5.00", credit: "-5.00").WithLine(1, line => line with { Side = "B" }).WithLine(2, line => line with { Side = "C" }),
            "SAT002 1 debit \"-5.00\" → ∅",
            "SAT002 1 credit ∅ → \"5.00\"",
            "SAT002 1 side \"B\" → \"A\"",
            "SAT002 2 debit ∅ → \"5.00\"",
            "SAT002 2 credit \"-5.00\" → ∅",
            "SAT002 2 side \"C\" → \"D\"");
    }

    [Fact]
    public void A_line_with_two_columns_is_not_moved()
    {
        var plan = RepairFixture.Plan(Collection(debit: "-5.00", credit: "-2.00").WithLine(1, line => line with { Credit = AmountField.Parse("-3.00") }));
        Assert.All(plan.Changes, change => Assert.Equal(2, change.Line));
        Assert.Equal(2, Assert.Single(plan.Remaining).Count);
    }

    [Fact]
    public void What_a_moved_amount_does_to_the_account_is_told()
    {
        var group = Assert.Single(RepairFixture.Plan(Collection(debit: "-5.00", credit: "-5.00")).Groups);
        Assert.Equal([new AccountDifference("102.01", 5.00m, 5.00m), new AccountDifference("120.07", 5.00m, 5.00m)], group.Accounts);
    }

    [Fact]
    public void A_payment_method_comes_from_the_account_where_one_kind_is_paid_by()
    {
        Shows(Collection().WithLine(1, line => line with { PaymentMethod = null }), "ODE001 1 paymentMethod ∅ → \"Banka\"");
        var card = Collection().WithLine(1, line => line with { PaymentMethod = null }).WithLine(2, line => line with { Account = "309.01" });
        ShowsNothing(card);
        var company = RepairFixture.Company with { PaymentMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["102"] = "havale", ["309.01"] = "Kredi Kartı" } };
        Shows(RepairFixture.ContextOf(company), card, "ODE001 1 paymentMethod ∅ → \"Banka\"", "ODE001 2 paymentMethod ∅ → \"Kredi Kartı\"");
    }

    [Fact]
    public void A_word_becomes_its_kind_and_what_it_says_beside_is_kept()
    {
        Shows(Collection().WithLine(1, line => line with { PaymentMethod = "GELEN EFT" }), "ODE003 1 paymentMethod \"GELEN EFT\" → \"Banka\"");
        Shows(Collection().WithLine(1, line => line with { PaymentMethod = "EFT 0012" }), "ODE003 1 paymentMethod \"EFT 0012\" → \"Banka\"", "ODE003 1 description ∅ → \"EFT 0012\"");
        Shows(Collection().WithLine(1, line => line with { PaymentMethod = "EFT 0012", Description = "EFT 0012 geldi" }), "ODE003 1 paymentMethod \"EFT 0012\" → \"Banka\"");
        ShowsNothing(Collection().WithLine(1, line => line with { PaymentMethod = "nakit ya da çek" }));
        ShowsNothing(Collection().WithLine(1, line => line with { PaymentMethod = "ABC2025000000001" }));
    }

    [Fact]
    public void A_method_where_nobody_is_paid_may_be_cleared_line_by_line()
    {
        var voucher = RepairFixture.Purchase().WithLine(1, line => line with { PaymentMethod = "Nakit" }).WithLine(3, line => line with { PaymentMethod = "Nakit" });
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal(["ODE004 1 paymentMethod \"Nakit\" → ?", "ODE004 3 paymentMethod \"Nakit\" → ?"], plan.Changes.Select(Show));
        var accepted = RepairApplier.Accept(plan, new Acceptance { Changes = [new AcceptedChange(1, Choice.Nothing), new AcceptedChange(2, Choice.Nothing)] }).Value!;
        var mended = accepted.Mend(voucher).Value!;
        Assert.All(mended.Lines, line => Assert.Null(line.PaymentMethod));
        Assert.Equal(voucher, RepairUndo.Of(accepted).Value!.Restore(mended, voucher).Value! with { Lines = voucher.Lines });
    }

    [Fact]
    public void A_KDV_line_gets_the_document_of_its_base_or_the_only_one()
    {
        var lost = RepairFixture.Purchase().WithLine(2, line => line with { Document = null });
        string[] changes = ["KDV001 2 document.type ∅ → \"invoice\"", "KDV001 2 document.number ∅ → \"ABC2025000000001\"", "KDV001 2 document.date ∅ → \"2025-01-09\""];
        Shows(lost, changes);
        var two = lost.WithLine(3, line => line with { Document = line.Document! with { Number = "ABC2025000000002" } });
        ShowsNothing(two);
        // Two documents in one voucher are FIS012's, whatever the KDV rests on.
        Assert.Equal(changes, RepairFixture.Plan(two.WithLine(2, line => line with { BaseLine = "153.01#1" })).Changes.Where(change => change.Rule == "KDV001").Select(Show));
        ShowsNothing(RepairFixture.Purchase().WithDocument(null));
    }

    [Fact]
    public void A_foreign_amount_is_completed_from_what_is_there()
    {
        Shows(Foreign(original => original with { RateDate = DateField.Absent }), "DOV001 1 original.rateDate ∅ → \"2025-01-10\"");
        Shows(Foreign(original => original with { RateDate = DateField.Parse("10.01.2025") }), "DOV001 1 original.rateDate \"10.01.2025\" → \"2025-01-10\"");
        Shows(Foreign(original => original with { Rate = AmountField.Absent }), "DOV001 1 original.rate ∅ → \"36.5415\"");
        Shows(Foreign(original => original with { Amount = AmountField.Parse("4000000000.00"), Rate = AmountField.Absent }), "DOV001 1 original.rate ∅ → \"0.0000002500\"");
        ShowsNothing(Foreign(original => original with { Currency = null }));
        ShowsNothing(Foreign(original => original with { Amount = AmountField.Parse("0"), Rate = AmountField.Absent }));
    }

    [Fact]
    public void A_garbled_text_is_read_again_only_when_its_bytes_prove_it()
    {
        Shows(RepairFixture.Purchase() with { Comment = "Malzeme alÄ±ÅŸÄ±" }, "MET005 - comment \"Malzeme alÄ±ÅŸÄ±\" → \"Malzeme alışı\"");
        Shows(RepairFixture.Purchase() with { Comment = "Malzeme alýþý" }, "MET005 - comment \"Malzeme alýþý\" → \"Malzeme alışı\"");
        Shows(RepairFixture.Purchase() with { Comment = "fi\u00c5\u009fi" }, "MET005 - comment \"fiÅ⟨U+009F⟩i\" → \"fişi\"");
        Shows(
            RepairFixture.Purchase() with { Comment = "\u0007fi\u00c5\u009fi" },
            "MET005 - comment \"⟨U+0007⟩fiÅ⟨U+009F⟩i\" → \"fişi\"");
        ShowsNothing(RepairFixture.Purchase() with { Comment = "a\ufffd\u00c4\u00b1klama" });
        ShowsNothing(RepairFixture.Purchase().WithLine(1, line => line with { Account = "153.Åž" }));
    }

    [Fact]
    public void An_explanation_is_composed_from_the_only_document_and_the_only_partner()
    {
        var silent = RepairFixture.Purchase() with { Comment = null };
        Shows(silent, "MET007 - comment ∅ → \"ABC2025000000001 numaralı fatura\"");
        Shows(silent.WithLine(3, line => line with { Partner = new Partner { Name = "ŞİŞLİ GIDA LTD." } }), "MET007 - comment ∅ → \"ABC2025000000001 numaralı fatura, ŞİŞLİ GIDA LTD.\"");
        Shows(Collection() with { Comment = "  " }, "MET004 - comment \"  \" → ∅", "MET007 - comment ∅ → \"D-1 numaralı Dekont\"");
        ShowsNothing(silent.WithLine(1, line => line with { Document = line.Document! with { Number = "ABC2025000000002" } }));
        ShowsNothing(silent.WithDocument(null));
    }

    [Fact]
    public void A_main_account_is_the_first_three_digits_that_the_uniform_chart_knows()
    {
        Shows(Collection().WithLine(2, line => line with { Account = "12007.1" }), "HES004 2 mainAccount ∅ → \"120\"");
        ShowsNothing(Collection().WithLine(2, line => line with { Account = "12.07" }));
        ShowsNothing(Collection().WithLine(2, line => line with { Account = "12307.1" }));
    }

    private static Voucher Collection(string debit = "5.00", string credit = "5.00") => RepairFixture.Purchase() with
    {
        Module = "bank",
        Lines = [RepairFixture.Line("102.01", "BANKA", "BANKALAR", debit: debit) with { PaymentMethod = "Banka", Document = Dekont }, RepairFixture.Line("120.07", "ACENTE", "ALICILAR", credit: credit) with { Document = Dekont }],
    };

    private static Voucher Foreign(Func<OriginalAmount, OriginalAmount> change)
    {
        var original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Parse("27.37"), Rate = AmountField.Parse("36.5412"), RateDate = DateField.Parse("2025-01-10") };
        return Collection("1000.14", "1000.14").WithLine(1, line => line with { Original = change(original) });
    }
}
