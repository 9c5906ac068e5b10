using CsCheck;
using EDefter.Core.Workflow.Jobs;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>Places for heavy work go round the companies, and none is lost.</summary>
public sealed class FairGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_alone_has_every_place_and_gives_way_one_by_one()
    {
        var gate = new FairGate(2, TimeProvider.System);
        var large = new Queue<IDisposable>([(await EnterAsync(gate, "large"))!, (await EnterAsync(gate, "large"))!]);
        var order = new List<string>();
        var waiting = new[] { WaitAsync("large"), WaitAsync("large"), WaitAsync("small") };
        large.Dequeue().Dispose();
        // Whoever is let in leaves at once: one place serves all three, one after the other.
        await Task.WhenAll(waiting);
        Assert.Equal(["small", "large", "large"], order);
        large.Dequeue().Dispose();

        async Task WaitAsync(string company)
        {
            using var place = await EnterAsync(gate, company);
            lock (order)
                order.Add(company);
        }
    }

    [Fact]
    public async Task Who_finds_no_place_in_time_or_leaves_holds_none()
    {
        var gate = new FairGate(1, TimeProvider.System);
        var held = await EnterAsync(gate, "a");
        Assert.Null(await gate.EnterAsync("b", TimeSpan.FromMilliseconds(1), Cancellation));
        using var leaving = new CancellationTokenSource();
        var left = gate.EnterAsync("b", Patience, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        held!.Dispose();
        held.Dispose();
        using var next = await EnterAsync(gate, "c");
        Assert.NotNull(next);
        Assert.Null(await gate.EnterAsync("d", TimeSpan.FromMilliseconds(1), Cancellation));
    }

    [Fact]
    public Task Never_more_are_inside_than_there_are_places_and_everyone_comes_in() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2].Array[1, 40]).SampleAsync(
            async (places, companies) =>
            {
                var gate = new FairGate(places, TimeProvider.System);
                int inside = 0, most = 0, served = 0;
                await Task.WhenAll(companies.Select(async company =>
                {
                    using var place = await gate.EnterAsync($"c{company}", Patience, CancellationToken.None);
                    Assert.NotNull(place);
                    var now = Interlocked.Increment(ref inside);
                    InterlockedMost(ref most, now);
                    await Task.Yield();
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref served);
                }));
                Assert.Equal(companies.Length, served);
                Assert.InRange(most, 1, places);
            },
            iter: 200);

    private static Task<IDisposable?> EnterAsync(FairGate gate, string company) => gate.EnterAsync(company, Patience, Cancellation);

    private static void InterlockedMost(ref int most, int value)
    {
        var seen = Volatile.Read(ref most);
        while (value > seen && Interlocked.CompareExchange(ref most, value, seen) is var was && was != seen)
            seen = was;
    }
}
