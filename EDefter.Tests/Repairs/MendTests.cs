using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>Accepted changes are made one after another, each on what the ones before it left.</summary>
public sealed class MendTests
{
    [Fact]
    public void One_member_may_be_written_three_times()
    {
        var voucher = (RepairFixture.Purchase() with { Module = null, Comment = " \u0007Alış", Document = new SourceDocument { Type = "other", TypeDescription = "Havale", Number = "D-1", Date = DateField.Parse("2025-01-09") } }).WithDocument(null);
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal(["MET001 comment", "MET004 comment", "BEL005 document.typeDescription", "BEL005 comment"], plan.Changes.Select(static change => $"{change.Rule} {change.Field}"));
        var mended = MendsAndUndoes(voucher, plan);
        Assert.Equal(("Alış - Havale", "Dekont"), (mended.Comment, mended.Document!.TypeDescription));
    }

    [Fact]
    public void Lines_go_and_are_divided_together_with_changes_of_their_members()
    {
        var purchase = RepairFixture.Purchase();
        var zero = RepairFixture.Line("153.09", "SIFIR", "TİCARİ MALLAR", debit: "0.00") with { Document = null };
        var voucher = purchase with
        {
            Lines =
            [
                zero,
                purchase.Lines[0] with { Debit = AmountField.Parse("1010.004"), Credit = AmountField.Parse("10.00"), Side = "B" },
                zero,
                purchase.Lines[1] with { PostingDate = DateField.Parse("2025-02-03") },
                purchase.Lines[2] with { Credit = AmountField.Parse("1200.004") },
            ],
        };
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal(["TAR004 4", "SAT004 2", "SAT004 5", "SAT001 3", "SAT003 2", "SAT001 1"], plan.Changes.Select(static change => $"{change.Rule} {change.Line}"));
        var mended = MendsAndUndoes(voucher, plan);
        Assert.Equal(["153.01 1010.00 ", "153.01  10.00", "191.20 200.00 ", "320.05  1200.00"], mended.Lines.Select(static line => $"{line.Account} {line.Debit} {line.Credit}"));
        Assert.All(mended.Lines, static line => Assert.Null(line.Side));
    }

    [Fact]
    public void The_last_line_is_shown_with_its_amounts_before_it_goes()
    {
        var voucher = RepairFixture.Purchase();
        var plan = RepairFixture.Plan(voucher with { Lines = [.. voucher.Lines, RepairFixture.Line("153.09", "SIFIR", "TİCARİ MALLAR", debit: "0.00") with { Document = null }] });
        Assert.Equal((4, "[{\"debit\":0.00}]", null), (plan.Changes[0].Line, plan.Changes[0].Before, plan.Changes[0].After));
    }

    [Fact]
    public void What_says_nothing_any_more_is_left_out()
    {
        var opening = RepairFixture.Purchase() with
        {
            Module = "depreciation",
            Document = new SourceDocument { Type = "receipt", Number = "7", Date = DateField.Parse("2025-01-09") },
            Lines = [RepairFixture.Line("770.01", "A", "A", debit: "5.00"), RepairFixture.Line("257.01", "B", "B", credit: "5.00")],
        };
        var mended = MendsAndUndoes(opening, RepairFixture.Plan(opening));
        Assert.Null(mended.Document);
        Assert.All(mended.Lines, static line => Assert.Null(line.Document));
    }

    [Fact]
    public void A_rounding_line_that_was_chosen_stands_last()
    {
        var voucher = RepairFixture.Purchase().WithLine(1, static line => line with { Debit = AmountField.Parse("1000.02") });
        var plan = RepairFixture.Plan(voucher);
        var accepted = RepairApplier.Accept(plan, new Acceptance { Changes = [new AcceptedChange(1, plan.Changes[0].Candidates[0])] }).Value!;
        var mended = accepted.Mend(voucher).Value!;
        Assert.Equal(["153.01", "191.20", "320.05", "659.01"], mended.Lines.Select(static line => line.Account));
        Assert.Equal(VoucherJsonWriter.ToBytes(voucher), VoucherJsonWriter.ToBytes(RepairUndo.Of(accepted).Value!.Restore(mended, voucher).Value!));
    }

    [Fact]
    public void A_line_that_is_gone_since_the_plan_is_told()
    {
        var voucher = RepairFixture.Purchase().WithLine(3, static line => line with { PaymentMethod = " " });
        var accepted = RepairApplier.Accept(RepairFixture.Plan(voucher), Acceptance.All).Value!;
        Assert.Equal("before-moved", accepted.Mend(voucher with { Lines = [.. voucher.Lines.Take(2)] }).Refusal!.Type);
        Assert.Equal("344541 numaralı fiş plandan sonra değişmiş; planı yeniden alın.", accepted.Mend(voucher with { Number = null, Lines = [] }).Refusal!.Detail);
    }

    [Fact]
    public void A_recovered_document_rests_on_the_line_that_still_told_it()
    {
        var voucher = (RepairFixture.Purchase() with { Lines = [.. RepairFixture.Purchase().Lines.Select(static line => line with { SourceDocument = "77", Document = line.Document! with { Type = "Fatura" } })] }).WithLine(3, static line => line with { Document = null });
        var plan = RepairFixture.Plan(voucher);
        var typed = plan.Changes.Where(static change => change.Rule == "BEL008").Select(static change => change.N).ToArray();
        Assert.Equal([1, 2], typed);
        Assert.Equal(typed[0], plan.Changes.First(static change => change.Rule == "BEL017").Requires[0]);
        Assert.Equal("requires-missing", RepairApplier.Accept(plan, Acceptance.Of([.. plan.Changes.Where(static change => change.Rule == "BEL017").Select(static change => change.N)])).Refusal!.Type);
        MendsAndUndoes(voucher, plan);
    }

    [Fact]
    public void Each_change_finds_what_the_one_before_it_left()
    {
        Change[] changes =
        [
            ChangeOf(1, ChangeKind.Set, 1, "debit", "1000.00", "900.00"),
            ChangeOf(2, ChangeKind.SplitLine, 1, Edit.LinesField, """[{"debit":900.00}]""", """[{"debit":600.00},{"debit":300.00}]"""),
            ChangeOf(3, ChangeKind.Set, 2, "debit", "300.00", "290.00"),
            ChangeOf(4, ChangeKind.SplitLine, 1, Edit.LinesField, """[{"debit":600.00}]""", after: null),
            ChangeOf(5, ChangeKind.Set, 1, "debit", "290.00", "280.00"),
        ];
        var accepted = RepairApplier.Accept(RepairFixture.Plan() with { Changes = changes }, Acceptance.All).Value!;
        Assert.Equal(["280.00", "200.00", ""], accepted.Mend(RepairFixture.Purchase()).Value!.Lines.Select(static line => line.Debit.ToString()));
    }

    private static Change ChangeOf(int number, ChangeKind kind, int line, string field, string before, string? after) =>
        new() { N = number, Rule = "SAT003", Class = RepairClass.B, Kind = kind, Target = RuleTarget.Voucher, VoucherId = "344541", Line = line, Field = field, Before = before, After = after, Why = "Deneme." };

    private static Voucher MendsAndUndoes(Voucher voucher, RepairPlan plan)
    {
        var accepted = RepairApplier.Accept(plan, Acceptance.All).Value!;
        var mended = accepted.Mend(voucher).Value!;
        Assert.Empty(RepairFixture.Check(RepairFixture.Context, mended));
        Assert.Equal(VoucherJsonWriter.ToBytes(voucher), VoucherJsonWriter.ToBytes(RepairUndo.Of(accepted).Value!.Restore(mended, voucher).Value!));
        return mended;
    }
}
