using System.Text;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>A plan of a whole month, its acceptance, its chart, and its shape on the wire.</summary>
public class RepairPlanTests
{
    [Fact]
    public void Every_repair_has_the_class_that_its_rule_publishes()
    {
        var book = RepairBook.Standard;
        Assert.All(book.Repairs, repair => Assert.Equal(RuleBook.Standard.Info(repair.Code).RepairClass, repair.Class));
        Assert.All(book.ChartRepairs, repair => Assert.Equal(RuleBook.Standard.Info(repair.Code).RepairClass, repair.Class));
        Assert.All(book.CompanyRepairs, repair => Assert.Equal(RuleBook.Standard.Info(repair.Code).RepairClass, repair.Class));
        Assert.All(book.Choices, choice => Assert.Equal(RepairClass.C, RuleBook.Standard.Info(choice.Code).RepairClass));
        Assert.All(book.AccountMoves, move => Assert.Equal((RepairClass.C, RuleTarget.Chart), (RuleBook.Standard.Info(move.Code).RepairClass, RuleBook.Standard.Info(move.Code).Target)));
        Assert.All(book.Codes, code => Assert.NotEqual(RepairClass.N, RuleBook.Standard.Info(code).RepairClass));
        Assert.All(book.Repairs.Select(repair => repair.Code), code => Assert.Contains(FaultPlanter.Mendable, fault => fault.Rule == code));
        // HES003 judges by the chart, which these vouchers have none of: see SettingsRepairTests.
        Assert.All(book.Choices.Select(choice => choice.Code).Where(code => code != "HES003"), code => Assert.Contains(FaultPlanter.Choosable, fault => fault.Rule == code));
    }

    [Fact]
    public void Every_rule_about_vouchers_that_software_may_mend_has_its_repair()
    {
        var mendable = RuleBook.Standard.Rules.Select(static rule => rule.Info).Where(static info => info is { Target: RuleTarget.Voucher, RepairClass: RepairClass.A or RepairClass.B }).Select(static info => info.Code);
        Assert.Equal(mendable.Order(StringComparer.Ordinal), RepairBook.Standard.Repairs.Select(static repair => repair.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_plan_does_not_depend_on_the_order_of_arrival()
    {
        var month = Month();
        var plan = RepairJson.Write(RepairFixture.Plan([.. month]));
        Assert.Equal(plan, RepairJson.Write(RepairFixture.Plan([.. month.AsEnumerable().Reverse()])));
        Assert.Equal(plan, RepairJson.Write(RepairFixture.Plan([.. month.OrderBy(voucher => voucher.Comment, StringComparer.Ordinal)])));
    }

    [Fact]
    public void A_different_revision_is_a_different_run()
    {
        var planner = new RepairPlanner(RepairFixture.Context);
        Assert.NotEqual(RepairFixture.Plan().Run, planner.Finish(revision: 5).Run);
        Assert.Matches("^[0-9a-f]{32}$", RepairFixture.Plan().Run);
    }

    [Fact]
    public void A_plan_reads_back_from_its_json()
    {
        var plan = RepairFixture.Plan([.. Month()]);
        var json = RepairJson.Write(plan);
        Assert.Equal(json, RepairJson.Write(RepairJson.Read(json)));
        var text = Encoding.UTF8.GetString(json);
        Assert.Contains("\"class\":\"A\"", text, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"splitLine\"", text, StringComparison.Ordinal);
        Assert.Contains("\"target\":\"chart\"", text, StringComparison.Ordinal);
        Assert.Contains("\"period\":\"2025-01\"", text, StringComparison.Ordinal);
        Assert.Contains("⟨U+0007⟩", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_twice_used_number_may_be_changed_to_the_next_free_one_of_the_year()
    {
        var planner = new RepairPlanner(RepairFixture.Context);
        planner.Observe(RepairFixture.Purchase() with { Id = "1", Number = "A-0099" });
        planner.Observe(RepairFixture.Purchase() with { Id = "2", Number = "A-0099 " });
        planner.ObserveElsewhere(RepairFixture.Purchase() with { Number = "A-0100" });
        var plan = planner.Finish(revision: 1);
        Assert.Equal(["MET004", "FIS008"], plan.Changes.Select(change => change.Rule));
        Assert.Equal(["A-0101"], plan.Changes[1].Candidates);
        Assert.Equal("2", plan.Changes[1].VoucherId);
        Assert.Equal([1], plan.Changes[1].Requires);
        Assert.Equal("FIS008", Assert.Single(plan.Foretold).Rule);
        var accepted = RepairApplier.Accept(plan, new Acceptance { Classes = [RepairClass.A], Changes = [new AcceptedChange(2, "A-0101")] }).Value!;
        Assert.Equal("A-0101", accepted.Mend(RepairFixture.Purchase() with { Id = "2", Number = "A-0099 " }).Value!.Number);
    }

    [Fact]
    public void A_main_account_is_named_once_in_the_chart_and_can_be_unnamed()
    {
        var nameless = RepairFixture.Purchase() with { Lines = [.. RepairFixture.Purchase().Lines.Select(line => line with { MainAccountName = null })] };
        var plan = RepairFixture.Plan(nameless, nameless with { Id = "2", Number = "164" });
        Assert.Equal(["accounts[153].name", "accounts[191].name", "accounts[320].name"], plan.Changes.Select(change => change.Field));
        Assert.Equal("Ticari Mallar", plan.Changes[0].After);
        var accepted = RepairApplier.Accept(plan, Acceptance.All).Value!;
        var chart = accepted.Settings.Make((ChartOfAccounts?)null)!.Value.Value!;
        Assert.False(chart.IsComplete);
        Assert.Empty(RepairFixture.Check(RepairFixture.ContextOf(RepairFixture.Company, chart), nameless));
        Assert.Null(accepted.Settings.Make(chart));
        Assert.Empty(RepairUndo.Of(accepted).Value!.Settings.TakeBack(chart)!.Value.Value!.Accounts);
        Assert.Equal(["191", "320"], RepairUndo.Of(accepted, [1]).Value!.Settings.TakeBack(chart)!.Value.Value!.Accounts.Select(account => account.Code));
        var renamed = new ChartOfAccounts([new ChartAccount { Code = "153", Name = "Mallar" }], isComplete: false);
        Assert.Equal("changed-since", RepairUndo.Of(accepted).Value!.Settings.TakeBack(renamed)!.Value.Refusal!.Type);
    }

    [Theory]
    [InlineData("\"all\"", "nothing")]
    [InlineData("{\"classes\":[\"C\"]}", "choice-needed")]
    [InlineData("{\"classes\":[\"N\"]}", "not-repairable")]
    [InlineData("{\"changes\":[9]}", "unknown-change")]
    [InlineData("{\"changes\":[0]}", "unknown-change")]
    [InlineData("{\"changes\":[3]}", "choice-needed")]
    [InlineData("{\"changes\":[{\"n\":3,\"choose\":\"checked\"}]}", "choice-unknown")]
    [InlineData("{\"changes\":[{\"n\":1,\"choose\":\"x\"}]}", "choice-unknown")]
    [InlineData("{\"changes\":[1]}", "requires-missing")]
    [InlineData("{\"changes\":[1,2]}", "nothing")]
    [InlineData("{\"changes\":[{\"n\":3,\"choose\":\"cancelled\"}]}", "nothing")]
    [InlineData("{\"changes\":[]}", "nothing-accepted")]
    public void What_is_accepted_is_checked(string accept, string refusal)
    {
        var operation = RepairFixture.Purchase().WithDocument(new SourceDocument { Type = "other", TypeDescription = "EFT", Number = "D-1", Date = DateField.Parse("2025-01-09") });
        var plan = RepairFixture.Plan(operation with { State = "planned", Lines = [operation.Lines[0], operation.Lines[1] with { Document = null, Account = "153.02" }, operation.Lines[2] with { Document = null }] });
        Assert.Equal(["BEL005", "BEL005", "FIS006"], plan.Changes.Select(change => change.Rule));
        var outcome = RepairApplier.Accept(plan, JsonSerializer.Deserialize<Acceptance>(accept)!);
        Assert.Equal(refusal, outcome.Refusal?.Type ?? "nothing");
        if (outcome.Value is { } accepted)
            Assert.Equal(accepted.Changes, RepairApplier.Accept(plan, JsonSerializer.Deserialize<Acceptance>(JsonSerializer.Serialize(accepted.ToAcceptance()))!).Value!.Changes);
    }

    [Theory]
    [InlineData("\"some\"")]
    [InlineData("{\"changes\":[\"1\"]}")]
    [InlineData("{\"changes\":[{\"choose\":\"x\"}]}")]
    [InlineData("{\"classes\":[\"D\"]}")]
    [InlineData("{\"everything\":true}")]
    [InlineData("7")]
    public void Anything_else_is_no_acceptance(string accept) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Acceptance>(accept));

    [Fact]
    public void A_class_leaves_out_what_hangs_on_another_class()
    {
        // The name of the document can be recognised only when MET001 has been made.
        var faulty = RepairFixture.Purchase() with { Comment = " a", EnteredBy = null };
        var plan = RepairFixture.Plan(faulty.WithLine(1, line => line with { PostingDate = DateField.Parse("2025-02-01") }));
        var accepted = RepairApplier.Accept(plan, new Acceptance { Classes = [RepairClass.A] }).Value!;
        Assert.Equal(["MET004", "FIS010"], accepted.Changes.Select(change => change.Rule));
        Assert.Empty(accepted.LeftOut);
        var opening = TwoDays();
        var moving = RepairFixture.Plan(opening with { Comment = " b" });
        var partly = RepairApplier.Accept(moving, Acceptance.All).Value!;
        Assert.Equal(["MET004"], partly.Changes.Select(change => change.Rule));
        Assert.Equal([3, 4], partly.LeftOut);
    }

    [Fact]
    public void A_voucher_that_moved_since_the_plan_is_refused()
    {
        var faulty = RepairFixture.Purchase() with { EnteredBy = null };
        var accepted = RepairApplier.Accept(RepairFixture.Plan(faulty), Acceptance.All).Value!;
        var refusal = accepted.Mend(faulty with { EnteredBy = "x" }).Refusal!;
        Assert.Equal(("before-moved", 1, "344541"), (refusal.Type, refusal.Change, refusal.VoucherId));
        Assert.Equal("163 numaralı fiş plandan sonra değişmiş; planı yeniden alın.", refusal.Detail);
        var untouched = RepairFixture.Purchase() with { Id = "other" };
        Assert.Same(untouched, accepted.Mend(untouched).Value);
    }

    [Fact]
    public void Undo_refuses_what_the_erp_changed_since_and_what_others_depend_on()
    {
        var faulty = RepairFixture.Purchase() with { EnteredBy = null, EnteredByUser = "h.aydin " };
        var accepted = RepairApplier.Accept(RepairFixture.Plan(faulty), Acceptance.All).Value!;
        var mended = accepted.Mend(faulty).Value!;
        Assert.Equal("changed-since", RepairUndo.Of(accepted).Value!.Restore(mended with { Comment = "ERP" }, faulty).Refusal!.Type);
        Assert.Equal("later-depends", RepairUndo.Of(accepted, [1]).Refusal!.Type);
        Assert.Equal("not-applied", RepairUndo.Of(accepted, [7]).Refusal!.Type);
        var one = RepairUndo.Of(accepted, [2]).Value!;
        var restored = one.Restore(mended, faulty).Value!;
        Assert.Equal(VoucherJsonWriter.ToBytes(faulty with { EnteredByUser = "h.aydin" }), VoucherJsonWriter.ToBytes(restored));
        var rest = RepairUndo.Of(one.Remaining).Value!;
        Assert.Equal(VoucherJsonWriter.ToBytes(faulty), VoucherJsonWriter.ToBytes(rest.Restore(restored, faulty).Value!));
    }

    private static Voucher TwoDays()
    {
        var purchase = RepairFixture.Purchase();
        return purchase with
        {
            Kind = "opening",
            Module = null,
            Date = DateField.Parse("2025-01-03"),
            Lines =
            [
                RepairFixture.Line("102.01", "BANKA", "BANKALAR", debit: "5.00") with { Document = null, PostingDate = DateField.Parse("2025-01-03") },
                RepairFixture.Line("500.01", "SERMAYE", "SERMAYE", credit: "5.00") with { Document = null, PostingDate = DateField.Parse("2025-01-03") },
            ],
        };
    }

    private static List<Voucher> Month()
    {
        var purchase = RepairFixture.Purchase();
        return
        [
            purchase with { Id = "1", Number = "1", Comment = "b\u0007" },
            purchase with { Id = "2", Number = "2", EnteredBy = null, Comment = "a " },
            (purchase with { Id = "3", Number = "3" }).WithLine(1, line => line with { Debit = AmountField.Of(1001m), Credit = AmountField.Of(1m) }),
            (purchase with { Id = "4", Number = "3", Comment = "c" }).WithLine(1, line => line with { MainAccountName = null, Account = "157.01" }),
            purchase with { Id = "5", Number = "5", State = "planned", Kind = null },
        ];
    }
}
