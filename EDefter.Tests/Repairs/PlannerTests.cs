using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>What the planner takes, leaves and counts, whatever the rules and repairs are.</summary>
public sealed class PlannerTests
{
    [Fact]
    public void Repairs_that_undo_each_other_are_taken_four_times_each()
    {
        var plan = Plan(
            [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => Says(voucher, "b"))],
            new RepairBook([Writes("X001", "comment", "b"), Writes("X002", "comment", "a")], [], []),
            RepairFixture.Purchase() with { Comment = "a" });
        Assert.Equal(8, plan.Changes.Count);
        Assert.Equal(["b", "a", "b", "a", "b", "a", "b", "a"], plan.Changes.Select(static change => change.After));
    }

    [Fact]
    public void What_no_file_can_carry_is_not_written_nor_what_changes_nothing()
    {
        CountedRule[] rules = [new CountedRule("X001", static voucher => Says(voucher, "a"))];
        var voucher = RepairFixture.Purchase() with { Comment = "a" };
        Assert.Empty(Plan(rules, Book(static _ => Proposal.Of(Head("comment", "b"), Head("module", "\u0007"))), voucher).Changes);
        Assert.Empty(Plan(rules, Book(static _ => Proposal.Of(Head("comment", "a"))), voucher).Changes);
        var plan = Plan(rules, Book(static _ => Proposal.Of(Head("comment", "b"), Head("number", "163"))), voucher);
        Assert.Equal("comment", Assert.Single(plan.Changes).Field);
        Assert.Empty(plan.Changes[0].Requires);

        static RepairBook Book(Func<VoucherFacts, Proposal?> propose) => new([new GivenRepair("X001", propose)], [], []);
    }

    [Fact]
    public void One_member_is_written_by_one_finding_at_a_time()
    {
        // Two faults, one repair for both: the second finding is answered by the first's change.
        var plan = Plan([new CountedRule("X001", static voucher => 2 * Says(voucher, "a"))], new RepairBook([Writes("X001", "comment", "b")], [], []), RepairFixture.Purchase() with { Comment = "a" });
        Assert.Equal("b", Assert.Single(plan.Changes).After);
        var other = Plan([new CountedRule("X001", static voucher => 2 * Says(voucher, "a"))], new RepairBook([new GivenRepair("X001", static _ => Proposal.Of(Head("module", "m"), Head("comment", "b")))], [], []), RepairFixture.Purchase() with { Comment = "a" });
        Assert.Equal(["module", "comment"], other.Changes.Select(static change => change.Field));
    }

    [Fact]
    public void Two_findings_that_want_the_same_member_written_get_one_change()
    {
        var plan = Plan([new CountedRule("X001", static voucher => voucher.Voucher.Module == "m" ? 2 : 0)], new RepairBook([Writes("X001", "module", "n")], [], []), RepairFixture.Purchase() with { Module = "m" });
        Assert.Equal("module", Assert.Single(plan.Changes).Field);
    }

    [Fact]
    public void What_a_proposal_was_derived_from_is_asked_for_by_its_first_change()
    {
        var reading = new GivenRepair("X002", static _ => Proposal.Of(Head("comment", "b"), Head("number", "9")) with { Reads = [new FieldPlace(Line: null, "module")] });
        var plan = Plan(
            [new CountedRule("X001", static voucher => voucher.Voucher.Module == "m" ? 1 : 0), new CountedRule("X002", static voucher => Says(voucher, "a"))],
            new RepairBook([Writes("X001", "module", "n"), reading], [], []),
            RepairFixture.Purchase() with { Comment = "a", Module = "m" });
        Assert.Equal(["1: ", "2: 1, 3", "3: 2"], plan.Changes.Select(static change => $"{change.N}: {string.Join(", ", change.Requires)}"));
    }

    [Fact]
    public void Structural_repairs_come_last_wherever_they_stand_and_from_the_last_line_up()
    {
        var plan = Plan(
            [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => voucher.Lines.Length == 3 ? 1 : 0), new CountedRule("X003", static voucher => voucher.Lines.Length == 3 ? 1 : 0)],
            new RepairBook([Drops("X002", 1), Drops("X003", 3), Writes("X001", "comment", "b")], [], []),
            RepairFixture.Purchase() with { Comment = "a" });
        Assert.Equal(["X001 ", "X003 3", "X002 1"], plan.Changes.Select(static change => $"{change.Rule} {change.Line}"));
    }

    [Fact]
    public void A_batch_in_which_one_rule_still_says_as_much_is_not_taken()
    {
        var plan = Plan(
            [new CountedRule("X002", static voucher => voucher.Lines.Length == 3 ? 1 : 0), new CountedRule("X003", static _ => 1)],
            new RepairBook([Drops("X002", 1), Drops("X003", 3)], [], []),
            RepairFixture.Purchase());
        Assert.Empty(plan.Changes);
        Assert.Equal(2, plan.Unrepairable);
    }

    [Fact]
    public void What_follows_from_the_only_candidate_is_planned_but_not_counted_before_the_choice()
    {
        CountedRule[] rules = [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => Says(voucher, "b") * (voucher.Lines[0].Debit == 1000m ? 1 : 0)), new CountedRule("X003", static voucher => Says(voucher, "c"))];
        var book = new RepairBook([Writes("X002", "debit", "900.00", line: 1), new GivenRepair("X003", static _ => Proposal.Of(Head("comment", "d"), Edit.Set(1, "debit", "700.00", "Deneme.")))], [new GivenChoice("X001", "comment", "b")], []);
        var plan = Plan(rules, book, RepairFixture.Purchase() with { Comment = "a" }, RepairFixture.Purchase() with { Id = "z", Number = "164", Comment = "c" });
        Assert.Equal(["X001 comment", "X002 debit", "X003 comment", "X003 debit"], plan.Changes.Select(static change => $"{change.Rule} {change.Field}"));
        Assert.Equal([1], plan.Changes[1].Requires);
        Assert.Empty(plan.Groups[1].Accounts);
        Assert.Equal([new AccountDifference("153.01", -300m, 0m)], plan.Groups[2].Accounts);
        Assert.Equal([new AccountEffect("153.01", 2000m, 1700m, 0, 0)], plan.Accounts);
        Assert.Equal(0, plan.Unrepairable);
    }

    [Fact]
    public void Only_the_first_choice_that_something_follows_from_is_followed()
    {
        CountedRule[] rules = [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => voucher.Voucher.Module == "m" ? 1 : 0), new CountedRule("X003", static voucher => voucher.Voucher.Module == "n" || voucher.Voucher.Comment == "b" ? 1 : 0)];
        var book = new RepairBook([new GivenRepair("X003", static voucher => Proposal.Of(Head("module", "k"), Head("comment", "c")))], [new GivenChoice("X001", "comment", "b"), new GivenChoice("X002", "module", "n")], []);
        var plan = Plan(rules, book, RepairFixture.Purchase() with { Comment = "a", Module = "m" });
        Assert.Equal(["X001", "X002", "X003", "X003"], plan.Changes.Select(static change => change.Rule));
        Assert.All(plan.Changes.Skip(2), static change => Assert.Contains(1, change.Requires));
        // Nothing follows from the first: then the second is followed.
        var second = Plan(rules, new RepairBook(book.Repairs, [new GivenChoice("X001", "comment", "d"), new GivenChoice("X002", "module", "n")], []), RepairFixture.Purchase() with { Comment = "a", Module = "m" });
        Assert.Equal(["X001", "X002", "X003", "X003"], second.Changes.Select(static change => change.Rule));
        Assert.All(second.Changes.Skip(2), static change => Assert.Contains(2, change.Requires));
    }

    [Fact]
    public void A_place_is_offered_once_and_a_candidate_that_harms_is_not_shown()
    {
        var twice = Plan([new CountedRule("X001", static voucher => 2 * Says(voucher, "a"))], new RepairBook([], [new GivenChoice("X001", "comment", "b", "c")], []), RepairFixture.Purchase() with { Comment = "a" });
        Assert.Equal(["b", "c"], Assert.Single(twice.Changes).Candidates);
        Assert.Equal(0, twice.Unrepairable);
        CountedRule[] rules = [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => Says(voucher, "c"))];
        var voucher = RepairFixture.Purchase() with { Comment = "a" };
        Assert.Equal(["b"], Assert.Single(Plan(rules, new RepairBook([], [new GivenChoice("X001", "comment", "c", "b")], []), voucher).Changes).Candidates);
        var none = Plan(rules, new RepairBook([], [new GivenChoice("X001", "comment", "c")], []), voucher);
        Assert.Empty(none.Changes);
        Assert.Equal(1, none.Unrepairable);
    }

    [Fact]
    public void Where_a_candidate_moves_the_voucher_out_of_the_range_other_rules_will_judge_it()
    {
        CountedRule[] rules = [new CountedRule("X001", static voucher => voucher.Date == new DateOnly(2025, 1, 10) ? 1 : 0), new CountedRule("X002", static voucher => voucher.Date == new DateOnly(2025, 1, 10) ? 0 : 1)];
        var plan = Plan(rules, new RepairBook([], [new GivenChoice("X001", "date", "2024-12-31", "2025-01-01", "2025-01-15", "2025-01-31", "2025-02-01")], []), RepairFixture.Purchase());
        Assert.Equal(["2024-12-31", "2025-02-01"], Assert.Single(plan.Changes).Candidates);
    }

    [Fact]
    public void What_several_rules_do_to_an_account_is_added_up()
    {
        CountedRule[] rules = [new CountedRule("X001", static voucher => Says(voucher, "a")), new CountedRule("X002", static voucher => Says(voucher, "b")), new CountedRule("X003", static voucher => Says(voucher, "c"))];
        var book = new RepairBook([Debits("X001", "1007.00"), new GivenRepair("X002", static _ => Proposal.Of(Head("comment", "d"), Edit.Set(1, "debit", "996.00", "Deneme."), Edit.Set(3, "credit", "1196.00", "Deneme."))), new GivenRepair("X003", static _ => Proposal.Of(Head("comment", "d"), Head("state", "cancelled")))], [], []);
        var purchase = RepairFixture.Purchase();
        var plan = Plan(rules, book, purchase with { Id = "1", Comment = "a" }, purchase with { Id = "2", Comment = "a" }, purchase with { Id = "3", Comment = "b" }, purchase with { Id = "4", Comment = "c" }, purchase with { Id = "5", State = "cancelled" });
        Assert.Equal([("X001", 4, 2), ("X002", 3, 1), ("X003", 2, 1)], plan.Groups.Select(static group => (group.Rule, group.Changes, group.Vouchers)));
        Assert.Equal(
            [new AccountEffect("153.01", 4000m, 3010m, 0, 0), new AccountEffect("191.20", 800m, 600m, 0, 0), new AccountEffect("320.05", 0, 0, 4800m, 3596m)],
            plan.Accounts);
    }

    [Fact]
    public void Rules_across_the_month_see_every_voucher_as_it_stands_and_as_it_will()
    {
        var rule = new SeenRule();
        var planner = new RepairPlanner(RepairFixture.Context, new RuleBook([new CountedRule("X001", static voucher => Says(voucher, "a")), rule]), new RepairBook([Writes("X001", "comment", "b")], [], []));
        planner.Observe(RepairFixture.Purchase() with { Comment = "a" });
        planner.Observe(RepairFixture.Purchase() with { Comment = "c", State = "cancelled" });
        planner.Observe(RepairFixture.Purchase() with { Comment = "a" }, fromDrawer: true);
        planner.Observe(RepairFixture.Purchase() with { Comment = "c", State = "cancelled" }, fromDrawer: true);
        var plan = planner.Finish(revision: 1);
        Assert.Equal(["voucher a", "cancelled c", "undated a", "end", "voucher b", "cancelled c", "undated b", "end"], rule.Seen.SelectMany(static seen => seen));
        // It speaks of the month as it will be: twice in the same words, which stand in their order.
        Assert.Equal(["X009 344541 1", "X009 344541 2"], plan.Foretold.Select(static told => $"{told.Rule} {told.VoucherId} {told.Message}"));
    }

    [Fact]
    public void A_plan_is_made_once()
    {
        var planner = new RepairPlanner(RepairFixture.Context);
        planner.Finish(revision: 1);
        Assert.Equal("The plan has been made.", Assert.Throws<InvalidOperationException>(() => planner.Finish(revision: 1)).Message);
        Assert.Equal("The plan has been made.", Assert.Throws<InvalidOperationException>(() => planner.Observe(RepairFixture.Purchase())).Message);
    }

    private static RepairPlan Plan(CountedRule[] rules, RepairBook book, params Voucher[] vouchers)
    {
        var planner = new RepairPlanner(RepairFixture.Context, new RuleBook(rules), book);
        foreach (var voucher in vouchers)
            planner.Observe(voucher);
        return planner.Finish(revision: 1);
    }

    private static int Says(VoucherFacts voucher, string comment) => voucher.Voucher.Comment == comment ? 1 : 0;

    private static Edit Head(string field, string after) => Edit.Set(line: null, field, after, "Deneme.");

    private static GivenRepair Writes(string code, string field, string after, int? line = null) => new(code, _ => Proposal.Of(Edit.Set(line, field, after, "Deneme.")));

    private static GivenRepair Debits(string code, string amount) => new(code, _ => Proposal.Of(Head("comment", "d"), Edit.Set(1, "debit", amount, "Deneme.")));

    private static GivenRepair Drops(string code, int line) => new(code, _ => Proposal.Of(new Edit(ChangeKind.SplitLine, line, Edit.LinesField, After: null, "Deneme.")), isStructural: true);
}
