using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate.Limits;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>Guessing is slow, and it is slow for the guesser only.</summary>
public sealed class GuessLimitTests
{
    private const string Home = "203.0.113.7";
    private readonly SteppedClock clock = new();
    private readonly GuessLimit limit;
    private int looked;

    public GuessLimitTests() => limit = new GuessLimit(new AccessPaces(Callers: null, new Pace(6, 6)), clock);

    [Fact]
    public async Task An_address_that_guesses_is_sent_away_before_anything_is_looked_up()
    {
        for (var n = 0; n < 6; n++)
            Assert.Equal("unauthenticated", await KnockAsync(Home, $"guess-{n}"));
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "guess-6"));
        // Even the right one, if nobody was let in with it lately: a guesser does not learn that it is right.
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "good"));
        Assert.Equal(6, looked);
        Assert.Equal("in", await KnockAsync("203.0.113.8", "good"));
        var refused = await limit.JudgeAsync(Home, "guess-7", () => throw new InvalidOperationException("looked up"));
        Assert.Equal((429, 10), (refused.Refusal!.Status, refused.Refusal.RetryAfter));
        clock.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal("unauthenticated", await KnockAsync(Home, "guess-8"));
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "guess-9"));
    }

    [Fact]
    public async Task Guesses_at_the_same_time_are_not_one()
    {
        var hold = new TaskCompletionSource();
        var running = Enumerable.Range(0, 50).Select(n => limit.JudgeAsync(Home, $"guess-{n}", async () =>
        {
            await hold.Task;
            return Refusals.Unauthenticated();
        })).ToList();
        hold.SetResult();
        var told = await Task.WhenAll(running);
        Assert.Equal(6, told.Count(one => one.Refusal!.Type == "unauthenticated"));
        Assert.Equal(44, told.Count(one => one.Refusal!.Type == "too-many-guesses"));
    }

    [Fact]
    public async Task What_was_good_within_the_hour_passes_beside_a_guesser()
    {
        Assert.Equal("in", await KnockAsync(Home, "good"));
        for (var n = 0; n < 7; n++)
            await KnockAsync(Home, $"guess-{n}");
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "guess"));
        Assert.Equal("in", await KnockAsync(Home, "good"));
        // Revoked meanwhile: it is told once, and stands in line from then on.
        Assert.Equal("unauthenticated", await KnockAsync(Home, "good", isGood: false));
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "good", isGood: false));
    }

    [Fact]
    public async Task After_an_hour_without_a_look_it_stands_in_line_again()
    {
        Assert.Equal("in", await KnockAsync(Home, "good"));
        clock.Pass(TimeSpan.FromMinutes(61));
        for (var n = 0; n < 6; n++)
            await KnockAsync(Home, $"guess-{n}");
        Assert.Equal("too-many-guesses", await KnockAsync(Home, "good"));
    }

    [Fact]
    public async Task Neither_an_outage_nor_an_old_key_is_a_guess()
    {
        for (var n = 0; n < 20; n++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => limit.JudgeAsync(Home, $"key-{n}", () => throw new TimeoutException()));
            var old = await limit.JudgeAsync(Home, $"key-{n}", () => Task.FromResult<Outcome<Recognised>>(Refusals.KeyExpired(new DateOnly(2026, 1, 31))));
            Assert.Equal("key-expired", old.Refusal!.Type);
        }

        Assert.Equal("in", await KnockAsync(Home, "good"));
    }

    private async Task<string> KnockAsync(string address, string shown, bool isGood = true)
    {
        var found = await limit.JudgeAsync(address, shown, () =>
        {
            looked++;
            return Task.FromResult<Outcome<Recognised>>(shown == "good" && isGood ? new Recognised(new Caller("k", Role.Erp, "otel")) : Refusals.Unauthenticated());
        });
        return found.Refusal?.Type ?? "in";
    }
}
