using System.Text.Json;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>What a person approved, on the wire; and which approvals of a plan are refused.</summary>
public sealed class AcceptanceTests
{
    [Theory]
    [InlineData("\"all\"", "{\"classes\":[\"A\",\"B\"]}")]
    [InlineData("{}", "{}")]
    [InlineData("{\"classes\":[\"A\",\"C\",\"N\"]}", "{\"classes\":[\"A\",\"C\",\"N\"]}")]
    [InlineData("{\"classes\":[],\"rules\":[],\"changes\":[]}", "{}")]
    [InlineData("{\"changes\":[1,{\"choose\":\"x\",\"n\":2},{\"n\":3,\"choose\":null}],\"rules\":[\"BEL003\",\"FIS010\"],\"classes\":[\"B\"]}", "{\"classes\":[\"B\"],\"rules\":[\"BEL003\",\"FIS010\"],\"changes\":[1,{\"n\":2,\"choose\":\"x\"},3]}")]
    public void An_acceptance_is_written_as_it_reads(string read, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Acceptance>(read)!));

    [Theory]
    [InlineData("\"some\"")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("true")]
    [InlineData("{\"classes\":\"A\"}")]
    [InlineData("{\"classes\":{}}")]
    [InlineData("{\"classes\":[1]}")]
    [InlineData("{\"classes\":[\"a\"]}")]
    [InlineData("{\"classes\":[null]}")]
    [InlineData("{\"rules\":[1]}")]
    [InlineData("{\"rules\":[null]}")]
    [InlineData("{\"rules\":\"BEL003\"}")]
    [InlineData("{\"changes\":1}")]
    [InlineData("{\"changes\":[[1]]}")]
    [InlineData("{\"changes\":[true]}")]
    [InlineData("{\"changes\":[1.5]}")]
    [InlineData("{\"changes\":[99999999999]}")]
    [InlineData("{\"changes\":[{}]}")]
    [InlineData("{\"changes\":[{\"n\":\"1\"}]}")]
    [InlineData("{\"changes\":[{\"n\":1,\"choose\":2}]}")]
    [InlineData("{\"changes\":[{\"n\":1,\"why\":\"x\"}]}")]
    [InlineData("{\"everything\":[1]}")]
    public void Anything_else_is_refused_with_the_forms_there_are(string accept)
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Acceptance>(accept));
        Assert.Equal("accept: \"all\", { \"classes\": [\"A\", \"B\"] }, { \"rules\": [\"BEL003\"] } ya da { \"changes\": [1, 2, { \"n\": 7, \"choose\": \"…\" }] } olmalıdır.", refused.Message);
    }

    [Fact]
    public void Only_what_was_chosen_is_kept_with_its_choice()
    {
        var plan = PlanOf(One(1, RepairClass.B), One(2, RepairClass.C));
        var accepted = RepairApplier.Accept(plan, new Acceptance { Classes = [RepairClass.B], Changes = [new AcceptedChange(2, "y")] }).Value!;
        Assert.Equal([new AcceptedChange(1), new AcceptedChange(2, "y")], accepted.ToAcceptance().Changes);
        Assert.Equal(["344541"], accepted.VoucherIds);
    }

    [Fact]
    public void A_rule_is_accepted_in_its_mendable_changes_alone()
    {
        var plan = PlanOf(One(1, RepairClass.B) with { Rule = "BEL003" }, One(2, RepairClass.C) with { Rule = "BEL003" }, One(3, RepairClass.A), One(4, RepairClass.C));
        Assert.Equal([1], Accepted(plan, new Acceptance { Rules = ["BEL003"] }));
        Assert.Equal([3], Accepted(plan, new Acceptance { Rules = ["FIS010"] }));
        Assert.Equal([1, 3], Accepted(plan, new Acceptance { Classes = [RepairClass.B], Rules = ["FIS010"] }));
        Assert.Equal(("unknown-change", "Planda FIS001 kuralının değişikliği yok."), Refused(plan, new Acceptance { Rules = ["FIS001"] }));
        var choices = PlanOf(One(1, RepairClass.B), One(2, RepairClass.C) with { Rule = "FIS006" }, One(3, RepairClass.C) with { Rule = "FIS006" });
        Assert.Equal(("choice-needed", "FIS006 kuralının değişiklikleri topluca onaylanamaz; her biri için seçeneklerden birini seçin."), Refused(choices, new Acceptance { Rules = ["FIS006"] }));
        // The classes are judged first.
        Assert.Equal("not-repairable", Refused(plan, new Acceptance { Classes = [RepairClass.N], Rules = ["FIS001"] }).Type);
    }

    [Fact]
    public void The_same_change_twice_must_be_the_same_choice()
    {
        var plan = PlanOf(One(1, RepairClass.C));
        Assert.Equal([1], Accepted(plan, new Acceptance { Changes = [new AcceptedChange(1, "x"), new AcceptedChange(1, "x")] }));
        Assert.Equal(("choice-unknown", "1 numaralı değişiklik için iki ayrı seçim verilmiş; birini bırakın."), Refused(plan, new Acceptance { Changes = [new AcceptedChange(1, "x"), new AcceptedChange(1, "y")] }));
        Assert.Equal(("choice-needed", "1 numaralı değişiklik için seçeneklerden birini seçin: x, y."), Refused(plan, Acceptance.Of(1)));
        Assert.Equal(("choice-unknown", "\"z\" 1 numaralı değişikliğin seçenekleri arasında yok: x, y."), Refused(plan, new Acceptance { Changes = [new AcceptedChange(1, "z")] }));
    }

    [Fact]
    public void What_hangs_on_something_left_out_is_left_out_too()
    {
        var plan = PlanOf(One(1, RepairClass.C), One(2, RepairClass.A) with { Requires = [1] }, One(3, RepairClass.A) with { Requires = [2] }, One(4, RepairClass.B) with { Requires = [3] }, One(5, RepairClass.A));
        var accepted = RepairApplier.Accept(plan, Acceptance.All).Value!;
        Assert.Equal([5], accepted.Changes.Select(static change => change.N));
        Assert.Equal([2, 3, 4], accepted.LeftOut);
        Assert.Equal([1, 2, 3, 4, 5], Accepted(plan, new Acceptance { Classes = [RepairClass.A, RepairClass.B], Changes = [new AcceptedChange(1, "x")] }));
        // The first change that lacks something is told.
        Assert.Equal(("requires-missing", "2 numaralı değişiklik 1 numaralı değişikliğe bağlıdır; ikisini birlikte onaylayın."), Refused(plan, Acceptance.Of(4, 2)));
        Assert.Equal(("requires-missing", "4 numaralı değişiklik 3 numaralı değişikliğe bağlıdır; ikisini birlikte onaylayın."), Refused(plan, Acceptance.Of(4)));
    }

    [Fact]
    public void The_first_number_that_was_never_applied_is_told()
    {
        var applied = RepairApplier.Accept(PlanOf(One(1, RepairClass.A), One(2, RepairClass.A)), Acceptance.All).Value!;
        Assert.Equal("7 numaralı değişiklik bu bakımda uygulanmamış; geri alınamaz.", RepairUndo.Of(applied, [9, 7, 1]).Refusal!.Detail);
        Assert.Equal("Geri alınacak değişiklik seçilmemiş.", RepairUndo.Of(applied, []).Refusal!.Detail);
    }

    private static int[] Accepted(RepairPlan plan, Acceptance acceptance) => [.. RepairApplier.Accept(plan, acceptance).Value!.Changes.Select(static change => change.N)];

    private static (string Type, string Detail) Refused(RepairPlan plan, Acceptance acceptance) => RepairApplier.Accept(plan, acceptance).Refusal is { } refusal ? (refusal.Type, refusal.Detail) : default;

    private static RepairPlan PlanOf(params Change[] changes) => RepairFixture.Plan() with { Changes = changes };

    private static Change One(int number, RepairClass repairClass) => new()
    {
        N = number,
        Rule = repairClass == RepairClass.C ? "FIS006" : "FIS010",
        Class = repairClass,
        Kind = ChangeKind.Set,
        Target = RuleTarget.Voucher,
        VoucherId = "344541",
        Field = "enteredBy",
        After = repairClass == RepairClass.C ? null : "H.A.",
        Candidates = repairClass == RepairClass.C ? ["x", "y"] : [],
        Why = "Deneme.",
    };
}
