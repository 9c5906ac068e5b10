using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Timers;
using EDefter.Tests.LocalWorker.Samples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.LocalWorker;

/// <summary>One class, so that its tests run one after the other: the two sample timers have one lock each, whoever starts them.</summary>
public sealed class TimerTests
{
    [Fact]
    public async Task Of_two_hosts_one_fires_and_the_other_takes_over_when_it_stops()
    {
        var first = await StartAsync(typeof(TimerFunctions));
        Assert.Equal("everySecond False", await first.Recorder.NextAsync());
        await using var second = await StartAsync(typeof(TimerFunctions));
        Assert.Equal("everySecond False", await first.Recorder.NextAsync());
        Assert.Equal("everySecond False", await first.Recorder.NextAsync());
        Assert.Empty(second.Recorder.All);
        await first.DisposeAsync();
        var before = first.Recorder.All.Count;
        Assert.Equal("everySecond False", await second.Recorder.NextAsync());
        Assert.Equal(before, first.Recorder.All.Count);
    }

    [Fact]
    public async Task A_timer_can_run_when_the_application_starts_and_remembers_when_it_is_due()
    {
        // The host follows the real clock: a year may end between its start and this look.
        var before = DateTime.UtcNow.Year;
        await using var host = await StartAsync(typeof(StartupTimerFunctions));
        var started = await host.Recorder.NextAsync();
        Assert.Contains(started, new[] { $"started {before + 1}-01-01", $"started {DateTime.UtcNow.Year + 1}-01-01" });
    }

    [Theory]
    [InlineData("0 30 6 * * 1-5", "2025-01-31T06:30:00Z", "2025-02-03T06:30:00Z", true)]
    [InlineData("*/10 * * * * *", "2025-01-31T06:30:01Z", "2025-01-31T06:30:10Z", false)]
    [InlineData("0 * * * * *", "2025-03-30T00:59:59Z", "2025-03-30T01:00:00Z", true)]
    [InlineData("0 0 0 30 2 *", "2025-01-31T06:30:00Z", null, false)]
    public void Schedules_have_seconds_and_are_read_in_UTC(string schedule, string moment, string? next, bool isMonitored)
    {
        var timer = TimerSchedule.Parse(schedule);
        var from = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(next is null ? null : DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), timer.NextAfter(from));
        Assert.Equal(isMonitored, timer.IsMonitored(from));
    }

    private static Task<TestHost> StartAsync(Type functions) => TestHost.StartAsync(
        [functions],
        builder => builder.Services.Configure<LocalWorkerOptions>(options => options.TimerLeaseRetry = TimeSpan.FromMilliseconds(100)));
}
