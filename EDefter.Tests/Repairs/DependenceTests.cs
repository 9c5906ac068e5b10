using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>
/// Which changes a change asks for, while lines go, come and are divided: the one that wrote its member last, and those that gave its line its place.
/// Step by step: each rule of a step speaks once the comment names it, and its repair names the next.
/// </summary>
public sealed class DependenceTests
{
    private const string Halves = """[{"debit":600.00},{"debit":400.00}]""";

    private const string Added = """[{"account":"659.01","debit":1.00}]""";

    [Fact]
    public void A_member_is_asked_for_at_whoever_wrote_it_last() =>
        Assert.Equal(["1 - module: ", "2 - module: 1", "3 1 description: ", "4 - module: 2"], Steps([Head("x")], [Head("y")], [Line(1, "b")], [Head("z")]));

    [Fact]
    public void A_line_that_moved_up_keeps_what_was_written_on_it() =>
        Assert.Equal(["1 2 description: ", "2 1 lines: ", "3 1 description: 1, 2", "4 - module: "], Steps([Line(2, "a")], [Structural(1, after: null)], [Line(1, "b")], [Head("x")]));

    [Fact]
    public void Both_halves_of_a_line_keep_what_was_written_before_it_was_divided() =>
        Assert.Equal(
            ["1 1 description: ", "2 2 description: ", "3 1 lines: ", "4 2 description: 1, 3", "5 1 description: 1, 3", "6 3 description: 2, 3", "7 2 description: 3, 4"],
            Steps([Line(1, "a")], [Line(2, "a")], [Structural(1, Halves)], [Line(2, "b")], [Line(1, "b")], [Line(3, "b")], [Line(2, "c")]));

    [Fact]
    public void Halves_and_added_lines_are_none_of_the_lines_there_were()
    {
        Assert.Equal(
            ["1 3 description: ", "2 2 lines: ", "3 1 lines: 2", "4 2 description: 2, 3", "5 5 description: 1, 2, 3"],
            Steps([Line(3, "a")], [Structural(2, """[{"debit":150.00},{"debit":50.00}]""")], [Structural(1, Halves)], [Line(2, "b")], [Line(5, "b")]));
        Assert.Equal(
            ["1 3 description: ", "2 - lines: ", "3 - lines: ", "4 5 description: 2, 3", "5 4 description: 2, 3", "6 3 description: 1, 2, 3"],
            Steps([Line(3, "a")], [Structural(line: null, Added)], [Structural(line: null, Added)], [Line(5, "b")], [Line(4, "b")], [Line(3, "b")]));
    }

    [Theory]
    [InlineData("debit", "900.00", true)]
    [InlineData("credit", "1.00", true)]
    [InlineData("side", "B", true)]
    [InlineData("description", "a", false)]
    public void A_line_is_divided_by_its_amounts_as_they_were_written(string member, string value, bool asks) =>
        Assert.Equal($"2 1 lines: {(asks ? "1" : string.Empty)}", Steps([Edit.Set(1, member, value, "Deneme.")], [Structural(1, Halves)])[1]);

    [Fact]
    public void A_choice_asks_for_what_it_was_derived_from()
    {
        Edit[][] steps = [[Head("x")], [Line(1, "a")], [Edit.Set(2, "debit", "100.00", "Deneme.")], [Edit.Set(3, "credit", "1100.00", "Deneme.")]];
        Assert.Equal("5 - number: ", Chosen(new Choice(ChangeKind.Set, Line: null, "number", ["7", "8"], "Deneme."), steps));
        Assert.Equal("5 - module: 1", Chosen(new Choice(ChangeKind.Set, Line: null, "module", ["7", "8"], "Deneme."), steps));
        Assert.Equal("5 - number: 2", Chosen(new Choice(ChangeKind.Set, Line: null, "number", ["7", "8"], "Deneme.") { Reads = [new FieldPlace(1, "description")] }, steps));
        Assert.Equal("5 - number: 3, 4", Chosen(new Choice(ChangeKind.Set, Line: null, "number", ["7", "8"], "Deneme.") { ReadsAmounts = true }, steps));
        Assert.Equal("2 1 branch: 1", Chosen(new Choice(ChangeKind.Set, 1, "branch", ["7", "8"], "Deneme."), [Structural(1, after: null)]));
        Assert.Equal("2 - number: ", Chosen(new Choice(ChangeKind.Set, Line: null, "number", ["7", "8"], "Deneme."), [Structural(1, after: null)]));
    }

    [Fact]
    public void What_follows_from_an_added_line_asks_for_the_choice_that_adds_it()
    {
        var rules = new[] { new CountedRule("X001", static voucher => voucher.Lines.Length == 3 ? 1 : 0), new CountedRule("X002", static voucher => voucher.Lines.Length == 4 && voucher.Lines[3].Line.Description is null ? 1 : 0) };
        var book = new RepairBook([new GivenRepair("X002", static _ => Proposal.Of(Line(4, "a")))], [new GivenChoice("X001", new Choice(ChangeKind.SplitLine, Line: null, Edit.LinesField, [Added], "Deneme."))], []);
        Assert.Equal(["1 - lines: ", "2 4 description: 1"], Shown(rules, book, RepairFixture.Purchase()));
    }

    /// <summary>A KDV account that is named, and two amounts that change sides: with one of the two alone the KDV would stand without its base (KDV002), before and after which nobody is told of.</summary>
    [Fact]
    public void What_is_booked_is_accepted_together_where_a_part_would_let_a_rule_speak()
    {
        var faulty = RepairFixture.Purchase() with
        {
            Lines =
            [
                Booked("153.01", debit: null, credit: -33345.16m),
                Booked("19101.1", debit: 6669.03m, credit: null),
                Booked("320.05", debit: -40014.19m, credit: null),
            ],
        };
        Assert.DoesNotContain(RepairFixture.Check(RepairFixture.Context, faulty), static finding => finding.Rule == "KDV002");
        var plan = RepairFixture.Plan(faulty);
        var booked = plan.Changes.Where(static change => change.Rule is "HES004" or "SAT002").Select(static change => change.N).ToList();
        Assert.Equal(5, booked.Count);
        foreach (var number in booked)
        {
            var accepted = RepairLaws.Closed(plan, [number]);
            Assert.Superset(booked.ToHashSet(), accepted.ToHashSet());
            Assert.DoesNotContain(RepairFixture.Check(RepairFixture.Context, RepairApplier.Accept(plan, RepairLaws.Choosing(plan, accepted)).Value!.Mend(faulty).Value!), static finding => finding.Rule == "KDV002");
        }

        static VoucherLine Booked(string account, decimal? debit, decimal? credit) => RepairFixture.Purchase().Lines[0] with
        {
            Account = account,
            MainAccount = null,
            Debit = debit is { } d ? AmountField.Of(d) : AmountField.Absent,
            Credit = credit is { } c ? AmountField.Of(c) : AmountField.Absent,
        };
    }

    private static string Chosen(Choice choice, params Edit[][] steps) => Steps(choice, steps)[^1];

    private static string[] Steps(params Edit[][] steps) => Steps(choice: null, steps);

    // Which step is due stands in the comment, which every repair moves on by an edit of its own; it is not shown.
    private static string[] Steps(Choice? choice, Edit[][] steps)
    {
        CountedRule[] rules = [.. steps.Select((_, i) => new CountedRule($"X{i:D3}", voucher => voucher.Voucher.Comment == $"s{i}" ? 1 : 0)), new CountedRule("X999", _ => choice is null ? 0 : 1)];
        var book = new RepairBook([.. steps.Select((edits, i) => new GivenRepair($"X{i:D3}", _ => Proposal.Of([.. edits, Edit.Set(line: null, "comment", $"s{i + 1}", "Deneme.")]), edits[0].IsStructural))], choice is null ? [] : [new GivenChoice("X999", choice)], []);
        return Shown(rules, book, RepairFixture.Purchase() with { Comment = "s0" });
    }

    private static string[] Shown(CountedRule[] rules, RepairBook book, Voucher voucher)
    {
        var planner = new RepairPlanner(RepairFixture.Context, new Core.Rules.RuleBook(rules), book);
        planner.Observe(voucher);
        var changes = planner.Finish(revision: 1).Changes.Where(static change => change.Field != "comment").ToList();
        var shown = changes.Select(static (change, i) => (change.N, Shown: i + 1)).ToDictionary(static pair => pair.N, static pair => pair.Shown);
        return [.. changes.Select(change => $"{shown[change.N]} {change.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {change.Field}: {string.Join(", ", change.Requires.Where(shown.ContainsKey).Select(number => shown[number]))}")];
    }

    private static Edit Head(string module) => Edit.Set(line: null, "module", module, "Deneme.");

    private static Edit Line(int line, string description) => Edit.Set(line, "description", description, "Deneme.");

    private static Edit Structural(int? line, string? after) => new(ChangeKind.SplitLine, line, Edit.LinesField, after, "Deneme.");
}
