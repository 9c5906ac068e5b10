using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;
using Xunit.Sdk;

namespace EDefter.Tests.Repairs;

/// <summary>Repairs that are broken on purpose: each must be caught by a law, or the law is not worth its name.</summary>
public class RepairMutantTests
{
    [Fact]
    public void A_repair_that_leaves_the_fault_is_caught()
    {
        var book = With(new Mutant("FIS010", RepairClass.A, (_, _) => Proposal.Of(Edit.Set(line: null, "enteredBy", "x", "Bozuk."))));
        var faulty = RepairFixture.Purchase() with { EnteredBy = null };
        Assert.ThrowsAny<XunitException>(() => RepairLaws.ItsRuleIsSilent(book, faulty, "FIS010"));
    }

    [Fact]
    public void A_zero_line_repair_that_takes_its_neighbours_along_is_caught()
    {
        // Both lines of an equal pair go with the zero line: the voucher stays balanced, so no rule speaks of it.
        var book = With(new Mutant("SAT001", RepairClass.A, (_, finding) => finding.Line is null ? null : Proposal.Of(Drop(3), Drop(2), Drop(1)), isStructural: true));
        var pair = RepairFixture.Purchase();
        var faulty = pair with
        {
            Lines =
            [
                RepairFixture.Line("153.09", "SIFIR", "TİCARİ MALLAR", debit: "0.00") with { Document = null },
                RepairFixture.Line("153.02", "MALZEME 2", "TİCARİ MALLAR", debit: "5.00"),
                RepairFixture.Line("320.06", "SATICI 2", "SATICILAR", credit: "5.00"),
                .. pair.Lines,
            ],
        };
        // The planner itself refuses to make such a plan.
        var fault = Assert.Throws<InvalidOperationException>(() => RepairLaws.ClassAKeepsTotals(book, faulty));
        Assert.Contains("SAT001", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_that_nets_the_two_sides_of_a_line_is_caught()
    {
        var book = With(new Mutant("SAT003", RepairClass.B, (voucher, finding) => Net(voucher, finding.Line!.Value)));
        var faulty = RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Of(1010m), Credit = AmountField.Of(10m) });
        RepairLaws.ItsRuleIsSilent(book, faulty, "SAT003");
        Assert.ThrowsAny<XunitException>(() => RepairLaws.DifferencesOfAccountsAreTold(book, faulty));
    }

    [Fact]
    public void A_repair_that_trades_one_error_for_another_is_not_taken_and_caught()
    {
        var book = With(new Mutant("ODE002", RepairClass.A, (_, finding) => Proposal.Of(Edit.Set(finding.Line, "paymentMethod", after: null, "Bozuk."), Edit.Set(line: null, "number", after: null, "Bozuk."))));
        var faulty = RepairFixture.Purchase().WithLine(1, line => line with { PaymentMethod = " " });
        RepairLaws.NothingNewSpeaks(book, faulty);
        Assert.ThrowsAny<XunitException>(() => RepairLaws.ItsRuleIsSilent(book, faulty, "ODE002"));
    }

    [Fact]
    public void Two_repairs_that_undo_each_other_come_to_an_end_and_are_caught()
    {
        var book = With(
            new Mutant("FIS010", RepairClass.A, (_, _) => Proposal.Of(Edit.Set(line: null, "enteredBy", "H.A.", "Bozuk."), Edit.Set(line: null, "kind", after: null, "Bozuk."))),
            new Mutant("FIS011", RepairClass.B, (_, _) => Proposal.Of(Edit.Set(line: null, "kind", "mahsup", "Bozuk."), Edit.Set(line: null, "enteredBy", after: null, "Bozuk."))));
        var faulty = RepairFixture.Purchase() with { EnteredBy = null };
        Assert.ThrowsAny<XunitException>(() => RepairLaws.ItsRuleIsSilent(book, faulty, "FIS010"));
    }

    [Fact]
    public void A_difference_that_is_not_listed_is_caught()
    {
        var faulty = RepairFixture.Purchase() with { EnteredBy = null };
        var plan = RepairFixture.Plan(faulty);
        var accepted = RepairApplier.Accept(plan, Acceptance.All).Value!;
        var mended = accepted.Mend(faulty).Value!;
        RepairLaws.EveryDifferenceIsListed(plan, accepted, faulty, mended);
        Assert.ThrowsAny<XunitException>(() => RepairLaws.EveryDifferenceIsListed(plan, accepted, faulty, mended with { Comment = null }));
        Assert.ThrowsAny<XunitException>(() => RepairLaws.EveryDifferenceIsListed(plan, accepted, faulty, mended.WithLine(3, line => line with { Id = null })));
    }

    [Fact]
    public void A_division_that_puts_a_line_into_the_wrong_entry_is_not_taken()
    {
        var faulty = ManyDocuments();
        Assert.Contains(RepairFixture.Plan(faulty).Changes, static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.DoesNotContain(RepairFixture.Plan(RepairFixture.Context, With(Split([1, 2, 3, 4], [5])), faulty).Changes, static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.DoesNotContain(RepairFixture.Plan(RepairFixture.Context, With(Split([1, 2, 4], [3, 5])), faulty).Changes, static change => change.Kind == ChangeKind.SplitVoucher);
    }

    [Fact]
    public void A_division_that_forgets_a_line_divides_nothing_and_is_not_taken() =>
        Assert.DoesNotContain(RepairFixture.Plan(RepairFixture.Context, With(Split([1, 2, 3], [4])), ManyDocuments()).Changes, static change => change.Kind == ChangeKind.SplitVoucher);

    [Fact]
    public void A_division_that_is_not_the_one_listed_is_caught()
    {
        var faulty = ManyDocuments();
        var plan = RepairFixture.Plan(faulty);
        var accepted = RepairApplier.Accept(plan, Acceptance.All).Value!;
        var mended = accepted.Mend(faulty).Value!;
        RepairLaws.EveryDifferenceIsListed(plan, accepted, faulty, mended);
        Assert.ThrowsAny<XunitException>(() => RepairLaws.EveryDifferenceIsListed(plan, accepted, faulty, mended.WithLine(5, static line => line with { Part = "1" })));
    }

    private static Mutant Split(params int[][] parts) => new("FIS012", RepairClass.B, (_, _) => Proposal.Of(new Edit(ChangeKind.SplitVoucher, Line: null, Edit.PartsField, "Bozuk.", "Bozuk.")
    {
        Parts = [.. parts.Select(static (lines, i) => new ChangePart(i + 1, lines, Document: null, Amount: 1m))],
    }));

    private static Voucher ManyDocuments()
    {
        var purchase = RepairFixture.Purchase();
        return purchase with { Module = null, Lines = [.. purchase.Lines, Receipt("770.01", debit: "300.00"), Receipt("100.01", credit: "300.00")] };

        static VoucherLine Receipt(string account, string? debit = null, string? credit = null) =>
            RepairFixture.Line(account, "ALT HESAP", "ANA HESAP", debit, credit) with { Document = new SourceDocument { Type = "receipt", Number = "0007", Date = DateField.Parse("2025-01-10") } };
    }

    private static RepairBook With(params Repair[] mutants)
    {
        var standard = RepairBook.Standard;
        return new RepairBook(standard.Repairs.Select(repair => mutants.FirstOrDefault(mutant => mutant.Code == repair.Code) ?? repair), standard.Choices, standard.ChartRepairs);
    }

    private static Edit Drop(int line) => new(ChangeKind.SplitLine, line, Edit.LinesField, After: null, "Bozuk.");

    private static Proposal Net(VoucherFacts voucher, int line)
    {
        var facts = voucher.Lines[line - 1];
        return Proposal.Of(
            Edit.Set(line, "debit", AmountField.Of(facts.Debit - facts.Credit).ToString(), "Bozuk."),
            Edit.Set(line, "credit", after: null, "Bozuk."));
    }

    private sealed class Mutant(string code, RepairClass repairClass, Func<VoucherFacts, Finding, Proposal?> propose, bool isStructural = false) : Repair
    {
        public override string Code => code;

        public override RepairClass Class => repairClass;

        public override bool IsStructural => isStructural;

        public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) => propose(voucher, finding);
    }
}
