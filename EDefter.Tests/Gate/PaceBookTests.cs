using System.Globalization;
using CsCheck;
using EDefter.Functions.Gate.Limits;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>The buckets of the limits: what they let through, how long they say to wait, and what they remember.</summary>
public sealed class PaceBookTests
{
    // Pauses in milliseconds between the requests of two callers.
    private static readonly Gen<(Pace Pace, (int Pause, bool IsOther)[] Requests)> Rushes =
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 8], Gen.Select(Gen.Int[0, 4000], Gen.Bool).Array[1, 60], (perMinute, burst, requests) => (new Pace(perMinute, burst), requests));

    [Fact]
    public void In_no_span_of_time_does_more_go_through_than_the_burst_and_what_flowed_in_since() => Rushes.Sample(rush =>
    {
        var clock = new SteppedClock();
        var book = new PaceBook(rush.Pace, clock);
        var passed = new List<(bool IsOther, double Second)>();
        foreach (var (pause, isOther) in rush.Requests)
        {
            clock.Pass(TimeSpan.FromMilliseconds(pause));
            if (book.Take(isOther ? "o" : "k") == TimeSpan.Zero)
                passed.Add((isOther, clock.GetTimestamp() / (double)TimeSpan.TicksPerSecond));
        }

        foreach (var own in passed.GroupBy(one => one.IsOther, one => one.Second))
        {
            var seconds = own.ToList();
            for (var from = 0; from < seconds.Count; from++)
            {
                for (var to = from; to < seconds.Count; to++)
                    Assert.True(to - from + 1 <= rush.Pace.Burst + ((seconds[to] - seconds[from]) * rush.Pace.PerMinute / 60.0) + 0.01);
            }
        }
    });

    [Fact]
    public void Who_was_sent_away_gets_through_after_the_time_he_was_told_and_not_before() => Rushes.Sample(rush =>
    {
        var clock = new SteppedClock();
        var book = new PaceBook(rush.Pace, clock);
        foreach (var (pause, _) in rush.Requests)
        {
            clock.Pass(TimeSpan.FromMilliseconds(pause));
            var wait = book.Take("k");
            if (wait == TimeSpan.Zero)
                continue;
            // A hundredth of a request is within what fractions may be off by.
            var isShort = wait < TimeSpan.FromMinutes(0.01) / rush.Pace.PerMinute;
            clock.Pass(wait * 0.9);
            Assert.True(isShort || book.Take("k") > TimeSpan.Zero);
            clock.Pass((wait * 0.1) + TimeSpan.FromTicks(1));
            Assert.Equal(TimeSpan.Zero, book.Take("k"));
        }
    });

    [Fact]
    public void What_costs_a_tenth_goes_through_ten_times_as_often()
    {
        var book = new PaceBook(new Pace(60, 5), new SteppedClock());
        Assert.Equal(50, Enumerable.Range(0, 100).Count(_ => book.Take("k", 0.1) == TimeSpan.Zero));
        Assert.NotEqual(TimeSpan.Zero, book.Take("k"));
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again()
    {
        var book = new PaceBook(new Pace(60, 1), new SteppedClock());
        Assert.Equal(TimeSpan.Zero, book.Take("k"));
        Assert.NotEqual(TimeSpan.Zero, book.Take("k"));
        book.GiveBack("k");
        Assert.Equal(TimeSpan.Zero, book.Take("k"));
        book.GiveBack("nobody");
        Assert.Equal(TimeSpan.Zero, book.Take("nobody"));
        Assert.NotEqual(TimeSpan.Zero, book.Take("nobody"));
    }

    [Fact]
    public void Memory_is_bounded_and_newcomers_beyond_it_share_a_bucket()
    {
        var clock = new SteppedClock();
        var book = new PaceBook(new Pace(60, 2), clock, namesMost: 100);
        var passed = Enumerable.Range(0, 5000).Count(name => book.Take(name.ToString(CultureInfo.InvariantCulture)) == TimeSpan.Zero);
        Assert.Equal(102, passed);
        Assert.InRange(book.Names, 100, 101);
        // Who is known is told apart all the same, and when the others have rested there is room again.
        Assert.Equal(TimeSpan.Zero, book.Take("7"));
        clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, book.Take("new"));
        Assert.Equal(1, book.Names);
    }
}
