using System.Collections.Concurrent;
using System.Globalization;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>
/// Laws 1 to 5 of Invariants/README.md in simulated worlds (<see cref="Life"/>): whoever comes at once, whatever is lost, sent twice, slow or killed, the books say
/// what an independent model says. The seed draws everything, so a failure names its seed and <c>EDEFTER_SIM_SEED</c> lives that world alone, in
/// the deep test; <c>EDEFTER_SIM_SEEDS</c> says how many worlds the deep test lives (2 000 if it is absent).
/// </summary>
public sealed class SimulationTests
{
    private const int FewSeeds = 60;
    private const int ManySeeds = 2_000;
    private const int ShownMost = 12;

    [Fact]
    public void The_books_say_what_the_model_says() => RunAll(1, FewSeeds);

    [DeepFact]
    public void The_books_say_what_the_model_says_in_two_thousand_worlds()
    {
        if (Number("EDEFTER_SIM_SEED") is { } only)
            RunAll(only, Number("EDEFTER_SIM_SEEDS") ?? 1);
        else
            RunAll(1, Number("EDEFTER_SIM_SEEDS") ?? ManySeeds);
    }

    private static void RunAll(int first, int count)
    {
        var broken = new ConcurrentDictionary<int, Exception>();
        var (lived, deaths, events) = (0, 0, new ConcurrentBag<int>());
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (seed, state) =>
        {
            try
            {
                var world = Life.Run(seed, () => new Plant());
                Interlocked.Increment(ref lived);
                Interlocked.Add(ref deaths, world.Deaths);
                events.Add(world.Schedule.Raised);
            }
            catch (Exception law)
            {
                broken[seed] = law;
                if (broken.Count >= ShownMost)
                    state.Stop();
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lived} worlds from {first} on, {deaths} deaths, {events.Sum(count => (long)count)} events, {events.DefaultIfEmpty().Max()} in the longest"));
        Assert.True(broken.IsEmpty, string.Join('\n', broken.OrderBy(pair => pair.Key).Select(pair => $"EDEFTER_DEEP=1 EDEFTER_SIM_SEED={pair.Key}: {(broken.Count == 1 ? pair.Value : pair.Value.InnerException!.Message)}")));
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
