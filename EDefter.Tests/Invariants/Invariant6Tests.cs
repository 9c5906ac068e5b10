using CsCheck;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 6 through the log: undo ∘ repair = identity on every byte of every voucher; class A keeps every account's totals; a second
/// plan after a repair offers nothing that was applied. The pure laws are in Repairs; here the whole way over plans, before-images,
/// commits and the chart.
/// </summary>
public sealed class Invariant6Tests
{
    private static readonly IReadOnlyList<Voucher> Sample = SampleMonth.Faulty.Vouchers;

    [Fact]
    public void Undo_after_a_repair_is_as_if_nothing_had_been() =>
        Gen.Int[0, Sample.Count - 1].HashSet[4, 40].Sample(picked => UndoAsync(() => new Plant(), [.. picked.Order().Select(n => Sample[n])]).GetAwaiter().GetResult(), iter: 20, threads: 1);

    [Fact]
    public Task Undo_after_a_repair_of_the_whole_sample_is_as_if_nothing_had_been() => UndoAsync(() => new Plant(), [.. Sample]);

    [Fact]
    public Task Class_A_keeps_every_accounts_totals() => ClassAAsync(() => new Plant());

    internal static async Task UndoAsync(Func<Plant> plant, Voucher[] vouchers)
    {
        var office = await new Office(new Ground().Start(plant())).OpenAsync();
        await office.PostAsync(vouchers);
        var before = (await office.LiveAsync()).Select(CleanVouchers.Json).ToList();
        var plan = await office.PlanAsync("2025-01");
        if (!plan.Changes.Any(change => change.Class is RepairClass.A or RepairClass.B))
            return;
        await office.ApplyAsync("2025-01", plan.Run, Acceptance.All);
        var mended = (await office.LiveAsync()).Select(CleanVouchers.Json).ToList();
        Assert.Equal(plan.Changes.Any(change => change is { Target: RuleTarget.Voucher, Class: RepairClass.A or RepairClass.B }), !before.SequenceEqual(mended, StringComparer.Ordinal));
        await office.UndoAsync("2025-01", plan.Run);
        Assert.Equal(before, (await office.LiveAsync()).Select(CleanVouchers.Json));
    }

    internal static async Task ClassAAsync(Func<Plant> plant)
    {
        var office = await new Office(new Ground().Start(plant())).OpenAsync();
        await office.PostAsync([.. Sample]);
        var before = await TotalsAsync(office);
        var plan = await office.PlanAsync("2025-01");
        await office.ApplyAsync("2025-01", plan.Run, new Acceptance { Classes = [RepairClass.A] });
        Assert.Equal(before, await TotalsAsync(office));
        var again = await office.PlanAsync("2025-01");
        Assert.DoesNotContain(again.Changes, change => change.Class == RepairClass.A);
    }

    private static async Task<SortedDictionary<string, decimal>> TotalsAsync(Office office)
    {
        var totals = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in (await office.LiveAsync()).SelectMany(voucher => voucher.Lines))
            totals[line.Account?.Trim() ?? string.Empty] = totals.GetValueOrDefault(line.Account?.Trim() ?? string.Empty) + line.Debit.OrZero - line.Credit.OrZero;
        return totals;
    }
}
