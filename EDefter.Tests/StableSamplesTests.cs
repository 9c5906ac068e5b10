using System.Collections.Concurrent;
using CsCheck;
using Xunit;

namespace EDefter.Tests;

/// <summary>The worlds of a property test: the same in every run, and a broken law is found and told.</summary>
public sealed class StableSamplesTests
{
    private static readonly Gen<(int, string)> Worlds = Gen.Select(Gen.Int, Gen.String);

    [Fact]
    public void The_same_seed_draws_the_same_worlds_and_another_draws_others()
    {
        Assert.Equal(Drawn("7"), Drawn("7"));
        Assert.Empty(Drawn("7").Intersect(Drawn("8")));
        Assert.Equal(200, Drawn("7").Distinct().Count());
    }

    [Fact]
    public void Every_world_is_judged_once()
    {
        var judged = new ConcurrentBag<int>();
        Gen.Int.Sample(judged.Add, iter: 500);
        Assert.Equal(500, judged.Count);
    }

    [Fact]
    public void A_broken_law_is_told_with_the_seed_of_its_world()
    {
        var told = Assert.Throws<CsCheckException>(static () => StableSamples.SampleWorldsOf("1", Gen.Int[0, 1000], static number => Assert.NotInRange(number, 700, 800), iter: 500, threads: 2));
        Assert.Contains("CsCheck_Seed=", told.Message, StringComparison.Ordinal);
        Assert.Throws<CsCheckException>(static () => Gen.Int[0, 1000].Sample(static number => number < 700, iter: 500));
    }

    [Fact]
    public void A_law_that_is_broken_only_once_is_told_too()
    {
        var broken = 0;
        var told = Assert.Throws<CsCheckException>(() => StableSamples.SampleWorldsOf("1", Gen.Int, _ => Assert.Equal(2, Interlocked.Increment(ref broken) == 1 ? 1 : 2), iter: 50, threads: 2));
        Assert.Contains("once and not again", told.Message, StringComparison.Ordinal);
    }

    private static List<(int, string)> Drawn(string seed) => [.. Enumerable.Range(0, 200).Select(world => Worlds.Generate(StableSamples.DrawerOf(seed, world), null, out _))];
}
