using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Sample;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>Law 3: a repair that was given up or cancelled between the chart and the vouchers is not half done: the approved names stand exactly when the run stands applied.</summary>
public sealed class BrokenOffRepairTests
{
    private const string Month = "2025-01";

    private static readonly Actor Person = new("Nurgül Özışık", "key-1");

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task An_apply_that_was_given_up_leaves_no_names()
    {
        var ground = new Ground();
        var (office, run) = await PlannedAsync(ground);
        var faulty = new Office(ground.Start(new CommitFaults(CommitKind.Repair)));
        Assert.Equal("job-failed", (await faulty.TryApplyAsync(Month, run, Acceptance.All)).Refusal!.Type);
        Assert.Empty(await NamesAsync(office));
        Assert.Equal(RepairRunState.Planned, await office.RunStateAsync(Month, run));
        await office.ApplyAsync(Month, run, Acceptance.All);
        Assert.NotEmpty(await NamesAsync(office));
    }

    [Fact]
    public async Task An_undo_that_was_given_up_leaves_the_names()
    {
        var ground = new Ground();
        var (office, run) = await PlannedAsync(ground);
        await office.ApplyAsync(Month, run, Acceptance.All);
        var names = await NamesAsync(office);
        var faulty = new Office(ground.Start(new CommitFaults(CommitKind.Undo)));
        Assert.Equal("job-failed", (await faulty.TryUndoAsync(Month, run)).Refusal!.Type);
        Assert.Equal(names, await NamesAsync(office));
        Assert.Equal(RepairRunState.Applied, await office.RunStateAsync(Month, run));
        await office.UndoAsync(Month, run);
        Assert.Empty(await NamesAsync(office));
    }

    [Fact]
    public async Task Class_A_of_a_month_end_that_was_given_up_leaves_no_names()
    {
        var ground = new Ground(new DateTimeOffset(2025, 2, 5, 8, 0, 0, TimeSpan.FromHours(3)));
        var faults = new CommitFaults(CommitKind.Repair);
        var process = ground.Start(faults);
        var approval = new AutoClose { Day = 5, Profile = "izibiz", RepairClasses = ["A"], ApprovedBy = Person.By, ApprovedOn = new DateOnly(2025, 1, 20) };
        Assert.False((await process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYears = [], AutoClose = approval }, Person, None)).IsRefused);
        var office = new Office(process);
        await NamelessAsync(office);
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(None));
        await process.RunQueuesAsync();
        Assert.Equal(MonthEndOutcome.Failed, (await process.Get<MonthEndReports>().FindAsync(Office.Firm, Branch.HeadOffice, Month, None)).Value!.Outcome);
        Assert.Empty(await NamesAsync(office));
        ground.Clock.Pass(TimeSpan.FromDays(1));
        faults.IsOn = false;
        await process.Get<MonthEndDesk>().AskDueAsync(None);
        await process.RunQueuesAsync();
        Assert.NotEmpty(await NamesAsync(office));
    }

    /// <summary>The last delivery dies after each of its writes, and whoever gives the job up, or hears that it was cancelled, after each of his.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_dies_on_the_way_and_whoever_ends_it_nothing_is_half_done(bool isCancelled)
    {
        var withNames = 0;
        for (var write = 1; ; write++)
        {
            var ground = new Ground();
            var (office, run) = await PlannedAsync(ground);
            var job = (await office.Process.Get<RepairDesk>().AskApplyAsync(Office.Firm, Branch.HeadOffice, Month, run, Acceptance.All, Person, idempotencyKey: null, None)).Value!;
            var life = new Fuse(write);
            var died = await Record.ExceptionAsync(() => new Instance(ground, life, new Plant()).Get<JobRunner>().RunAsync(job.Id, "1", None));
            Assert.True(died is null or KilledException, died?.ToString());
            if (!life.IsBurnt)
                break;
            withNames += (await NamesAsync(office)).Count > 0 ? 1 : 0;
            if (isCancelled)
                await office.Process.Get<JobDesk>().CancelAsync(job.Id, None);
            for (var end = 1; await DiesAsync(end); end++)
                Assert.InRange(end, 1, 60);
            var state = await office.RunStateAsync(Month, run);
            var names = await NamesAsync(office);
            Assert.True(names.Count > 0 == (state == RepairRunState.Applied), $"killed after write {write}: the run is {state}, the chart has {names.Count} names");
            Assert.True(JobDesk.HasEnded((await office.Process.Get<JobDesk>().FindAsync(job.Id, None))!));

            async Task<bool> DiesAsync(int writes)
            {
                var ending = new Instance(ground, new Fuse(writes), new Plant()).Get<JobRunner>();
                var met = await Record.ExceptionAsync(() => isCancelled ? ending.RunAsync(job.Id, "1", None) : ending.PoisonAsync(job.Id, None));
                Assert.True(met is null or KilledException, met?.ToString());
                return met is not null;
            }
        }

        Assert.True(withNames > 2, "Nobody died between the chart and the vouchers: the law was hardly tried.");
    }

    /// <summary>The delivery that was given up is alive after all, and its commit was on its way: it comes too late, and takes the names back itself.</summary>
    [Fact]
    public async Task A_commit_that_comes_after_the_job_was_given_up_is_refused()
    {
        var ground = new Ground();
        var (office, run) = await PlannedAsync(ground);
        var job = (await office.Process.Get<RepairDesk>().AskApplyAsync(Office.Firm, Branch.HeadOffice, Month, run, Acceptance.All, Person, idempotencyKey: null, None)).Value!;
        HeldTable? held = null;
        var slow = ground.Start(new Holding(table => held = new HeldTable(table))).Get<JobRunner>().RunAsync(job.Id, "1", None);
        Assert.True(held!.IsHolding);
        await office.Process.Get<JobRunner>().PoisonAsync(job.Id, None);
        Assert.Empty(await NamesAsync(office));
        held.Let();
        await slow;
        Assert.Empty(await NamesAsync(office));
        Assert.Equal(RepairRunState.Planned, await office.RunStateAsync(Month, run));
    }

    private static async Task<(Office Office, string Run)> PlannedAsync(Ground ground)
    {
        var office = await new Office(ground.Start()).OpenAsync();
        await NamelessAsync(office);
        var plan = await office.PlanAsync(Month);
        return (office, plan.Run);
    }

    // Nobody knows the names of the main accounts, and nobody entered the voucher: a plan of chart and voucher together.
    private static Task NamelessAsync(Office office)
    {
        var voucher = CleanVouchers.Faulty(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m));
        return office.PostAsync(voucher with { EnteredByUser = "s.caglar", Lines = [.. voucher.Lines.Select(static line => line with { MainAccountName = null })] });
    }

    private static async Task<List<string>> NamesAsync(Office office)
    {
        var chart = await office.Process.Get<CompanyRegister>().FindChartAsync(Office.Firm, None);
        return [.. (chart.Value?.Accounts ?? []).Where(static account => account.Name is not null).Select(static account => $"{account.Code} {account.Name}")];
    }

    private sealed class Holding(Func<ITable, ITable> hold) : Plant
    {
        public override ITable Table(ITable table) => hold(table);
    }
}
