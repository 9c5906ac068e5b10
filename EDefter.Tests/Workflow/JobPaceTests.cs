using CsCheck;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>When a job will end, told from what it has done so far.</summary>
public sealed class JobPaceTests
{
    private static readonly DateTimeOffset Start = new(2025, 2, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_a_steady_speed_the_end_is_foretold_exactly_from_any_place() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 500], Gen.Int[1, 2000]).Sample((milliseconds, from, total) =>
        {
            total += from;
            for (var done = from + 1; done < total; done++)
            {
                var measured = TimeSpan.FromMilliseconds((double)milliseconds * (done - from));
                var end = JobPace.EndOf(Running(measured, from, done, total));
                if (measured < TimeSpan.FromSeconds(1))
                    Assert.Null(end);
                else
                    Assert.Equal(0, (end!.Value - Start - TimeSpan.FromMilliseconds((double)milliseconds * (total - from))).TotalMilliseconds, 1.0);
            }
        });

    [Fact]
    public void What_was_not_measured_is_not_foretold()
    {
        var minute = TimeSpan.FromMinutes(1);
        Assert.NotNull(JobPace.EndOf(Running(minute, 0, 1, 2)));
        Assert.Null(JobPace.EndOf(Running(minute, 1, 1, 2)));
        Assert.Null(JobPace.EndOf(Running(minute, 0, 1, 0)));
        Assert.Null(JobPace.EndOf(Running(minute, 0, 1, 2) with { StepStartedAt = null }));
        Assert.Null(JobPace.EndOf(Running(minute, 0, 2, 2) with { State = JobState.Succeeded }));
    }

    private static Job Running(TimeSpan measured, long from, long done, long total) => new()
    {
        Id = "1",
        Kind = "check",
        Company = "firma",
        Branch = "0000",
        Request = "{}",
        Actor = new Actor("Ayşe Yılmaz", "key"),
        State = JobState.Running,
        StepStartedAt = Start,
        StepStartedFrom = from,
        Done = done,
        Total = total,
        TouchedAt = Start + measured,
    };
}
