using EDefter.Core.Companies;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>Each morning the months that wait for a person are told, and no others.</summary>
public sealed class MonthWatchTests
{
    private const string January = "2025-01";

    // The last day of January 2025 of a company is 14.05.2025, a Wednesday.
    private static readonly DateOnly LastDay = new(2025, 5, 14);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(6, false)]
    [InlineData(5, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task A_month_is_told_from_five_days_before_its_last_day_to_the_day_itself(int daysLeft, bool isTold)
    {
        var ground = At(LastDay.AddDays(-daysLeft));
        await OfficeAsync(ground);
        var told = await LookAsync(ground);
        if (isTold)
            Assert.Equal(new WatchedMonth(new BookId(Office.Firm, Branch.HeadOffice), new Period(2025, 1), MonthState.Open, daysLeft, HasStopped: false), Assert.Single(told));
        else
            Assert.Empty(told);
    }

    [Fact]
    public async Task A_month_that_was_handed_over_or_is_empty_and_numbered_or_before_the_adoption_is_not_told()
    {
        var ground = At(LastDay.AddDays(-1));
        var office = await OfficeAsync(ground);
        await office.CheckAsync(January);
        await office.NumberAsync(January);
        Assert.Equal(MonthState.Numbered, Assert.Single(await LookAsync(ground)).State);
        await office.ArchiveAsync(January, "edefter");
        Assert.Empty(await LookAsync(ground));

        var empty = At(LastDay);
        var quiet = await new Office(empty.Start()).OpenAsync();
        Assert.Single(await LookAsync(empty));
        await quiet.CheckAsync(January);
        await quiet.NumberAsync(January);
        Assert.Empty(await LookAsync(empty));

        var later = At(LastDay);
        await new Office(later.Start()).OpenAsync(adoption: new DateOnly(2025, 2, 1));
        Assert.Empty(await LookAsync(later));
    }

    [Fact]
    public async Task A_month_end_that_stopped_is_told_until_somebody_ends_the_month()
    {
        var ground = At(new DateOnly(2025, 2, 5));
        var process = ground.Start();
        var office = await OfficeAsync(ground, CleanVouchers.Of("2", new DateOnly(2025, 1, 11), 10m) with { Lines = [] });
        var company = (await process.Get<ICompanies>().FindAsync(Office.Firm, Cancellation))!.Value;
        await process.Get<CompanyRegister>().SaveAsync(company with { AutoClose = new AutoClose { Day = 5, ApprovedBy = "Ayşe Yılmaz", ApprovedOn = new DateOnly(2025, 1, 20) } }, new Actor("Ayşe Yılmaz", "key-1"), Cancellation);
        Assert.Empty(await LookAsync(ground));
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        await process.RunQueuesAsync();
        var stopped = Assert.Single(await LookAsync(ground));
        Assert.Equal((true, (int?)null), (stopped.HasStopped, stopped.DaysLeft));

        var lines = new WrittenLines<Functions.MonthEnds.WatchMonths>();
        await new Functions.MonthEnds.WatchMonths(process.Get<MonthWatch>(), lines).RunAsync(new Microsoft.Azure.Functions.Worker.TimerInfo(), Cancellation);
        Assert.Equal(["Month end stopped: deneme 0000 2025-01 waits for a person."], lines.Written);

        Assert.Single(await office.LiveAsync(), voucher => voucher.Id == "2");
        await office.PostAsync(CleanVouchers.Of("2", new DateOnly(2025, 1, 11), 10m));
        await office.CheckAsync(January);
        await office.NumberAsync(January);
        await office.ArchiveAsync(January, "edefter");
        Assert.Empty(await LookAsync(ground));
    }

    private static Ground At(DateOnly day) => new(new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.FromHours(3)));

    private static async Task<Office> OfficeAsync(Ground ground, params Core.Vouchers.Voucher[] others)
    {
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync([CleanVouchers.Of("1", new DateOnly(2025, 1, 10), 100m), .. others]);
        return office;
    }

    private static async Task<IReadOnlyList<WatchedMonth>> LookAsync(Ground ground) =>
        await ground.Start().Get<MonthWatch>().LookAsync(Cancellation).Where(month => month.Period == new Period(2025, 1)).ToListAsync(Cancellation);
}
