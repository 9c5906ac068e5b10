using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;
using EDefter.Tests.Invariants.Mutants;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// The chart of accounts lies beside the log and cannot change in its transaction. Whatever is refused or dies on the way, the approved names stand
/// exactly when the run stands applied.
/// </summary>
public sealed class RepairSettingsTests
{
    private const string Month = "2025-01";

    private static readonly DateOnly Day = new(2025, 1, 3);

    [Fact]
    public async Task When_the_vouchers_are_refused_the_names_leave_the_chart_again()
    {
        var ground = new Ground();
        var office = await NamelessAsync(ground);
        var plan = await office.PlanAsync(Month);
        Assert.Contains(plan.Changes, static change => change.Target == RuleTarget.Chart);
        var refusing = new Office(ground.Start(new Refusing(CommitKind.Repair)));
        Assert.Equal("revision-moved", (await refusing.TryApplyAsync(Month, plan.Run, Acceptance.All)).Refusal!.Type);
        Assert.Empty(await NamesAsync(office));
        await office.ApplyAsync(Month, plan.Run, Acceptance.All);
        Assert.NotEmpty(await NamesAsync(office));
    }

    [Fact]
    public async Task When_an_undo_is_refused_the_names_come_back()
    {
        var ground = new Ground();
        var office = await NamelessAsync(ground);
        var plan = await office.PlanAsync(Month);
        await office.ApplyAsync(Month, plan.Run, Acceptance.All);
        var names = await NamesAsync(office);
        var refusing = new Office(ground.Start(new Refusing(CommitKind.Undo)));
        Assert.Equal("revision-moved", (await refusing.TryUndoAsync(Month, plan.Run)).Refusal!.Type);
        Assert.Equal(names, await NamesAsync(office));
        await office.UndoAsync(Month, plan.Run);
        Assert.Empty(await NamesAsync(office));
    }

    [Fact]
    public async Task Killed_at_any_write_and_overtaken_by_the_ERP_nothing_is_left_half_done()
    {
        var refused = 0;
        for (var writes = 1; writes < 60; writes++)
        {
            var ground = new Ground();
            var office = await NamelessAsync(ground);
            var plan = await office.PlanAsync(Month);
            var life = new Fuse(writes);
            try
            {
                await new Office(new Instance(ground, life, new Plant())).ApplyAsync(Month, plan.Run, Acceptance.All);
            }
            catch (KilledException)
            {
                // The process is dead; others go on.
            }

            if (!life.IsBurnt)
                break;
            await office.PostAsync(CleanVouchers.Of("late", Day, 7m));
            await office.Process.RunQueuesAsync();
            var state = await office.RunStateAsync(Month, plan.Run);
            var names = await NamesAsync(office);
            Assert.True(names.Count > 0 == (state == RepairRunState.Applied), $"killed after write {writes}: the run is {state}, the chart has {names.Count} names");
            refused += state == RepairRunState.Planned ? 1 : 0;
        }

        Assert.True(refused > 3, "The ERP never came between: the law was hardly tried.");
    }

    [Fact]
    public async Task A_name_that_the_company_has_sent_itself_since_is_its_own()
    {
        var office = await NamelessAsync(new Ground());
        var plan = await office.PlanAsync(Month);
        await office.ApplyAsync(Month, plan.Run, Acceptance.All);
        var named = (await office.ChartAsync()).Accounts.Select(static account => account with { NamedByRepair = false }).ToList();
        await office.PutChartAsync(named);
        await office.UndoAsync(Month, plan.Run);
        Assert.Equal(named.Select(static account => account.Name), (await office.ChartAsync()).Accounts.Select(static account => account.Name));
    }

    // Nobody knows the names of the main accounts, and nobody entered the voucher: a plan of chart and voucher together.
    private static async Task<Office> NamelessAsync(Ground ground)
    {
        var office = await new Office(ground.Start()).OpenAsync();
        var voucher = CleanVouchers.Faulty(CleanVouchers.Of("a", Day, 1m));
        await office.PostAsync(voucher with { EnteredByUser = "s.caglar", Lines = [.. voucher.Lines.Select(static line => line with { MainAccountName = null })] });
        return office;
    }

    private static async Task<List<string>> NamesAsync(Office office) =>
        [.. (await office.ChartAsync()).Accounts.Where(static account => account.Name is not null).Select(static account => $"{account.Code} {account.Name}")];

    /// <summary>A log in which another writer always comes first, for one kind of commit.</summary>
    private sealed class Refusing(CommitKind kind) : Plant
    {
        public override IVoucherLog Log(IVoucherLog log) => new Mutant(log, kind);

        private sealed class Mutant(IVoucherLog inner, CommitKind kind) : LogDecorator(inner)
        {
            public override async Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken) =>
                request.Kind == kind
                    ? new AppendResult { Batch = string.Empty, Received = 0, Stored = 0, Unchanged = 0, Rejected = [], Periods = [], Refusal = Refusals.RevisionMoved(new Period(2025, 1), 1, 2) }
                    : await Inner.AppendAsync(request, rows, cancellationToken);
        }
    }
}
