using EDefter.Core.Companies;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Simulation;

/// <summary>The timer functions: jobs whose message died, what dead writers left behind, and month ends that a standing approval has made due.</summary>
internal sealed class Timers(World world, Company company) : Person(world, "Zamanlayıcı")
{
    private int rounds;

    protected override async Task ActAsync()
    {
        await World.Schedule.PassAsync(TimeSpan.FromMinutes(1));
        await AskAsync<JobDesk, int>(desk => desk.RequeueStaleAsync(Cancellation));
        if (!World.Weather.IsCalm && Random.Next(20) == 0)
            await AskAsync<MonthEndDesk, int>(desk => desk.AskDueAsync(Cancellation));
        if (++rounds % 60 == 0)
            await SweepAsync();
    }

    // As sharp as the log itself allows it: the timer's own margin of a day would never pass here.
    private async Task SweepAsync()
    {
        foreach (var year in (FiscalYear?[])[.. company.FiscalYears, null])
            await AskAsync<IVoucherLog, int>(log => log.SweepAsync(Book, year, World.Schedule.Now, Cancellation));
    }
}
