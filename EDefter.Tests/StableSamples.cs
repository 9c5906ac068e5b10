using System.Globalization;
using CsCheck;
using Xunit;

namespace EDefter.Tests;

/// <summary>
/// CsCheck's <c>Sample</c> with worlds that are the same in every run, so that a build never fails by chance: the nearer namespace wins, and every test
/// here gets these. <c>EDEFTER_SEED</c> is a number that draws other worlds (1 if it is absent), or <c>random</c> for CsCheck's own drawing; a failure names
/// the CsCheck seed of its world, and <c>CsCheck_Seed</c> lives that world first.
/// </summary>
internal static class StableSamples
{
    private const string Variable = "EDEFTER_SEED";

    private const int ShrinkingWorldsMax = 2_000;

    private static string Seed { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : "1";

    private static bool IsRandom { get; } = Seed == "random" || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CsCheck_Seed"));

    /// <param name="gen">Draws the worlds.</param>
    /// <param name="assert">Throws where a world breaks the law.</param>
    /// <param name="iter">How many worlds; CsCheck's 100 if it is not said.</param>
    /// <param name="threads">How many are judged at once; as many as there are cores if it is not said.</param>
    public static void Sample<T>(this Gen<T> gen, Action<T> assert, long iter = -1, int threads = -1)
    {
        if (IsRandom)
        {
            Check.Sample(gen, assert, iter: iter, threads: threads);
            return;
        }

        SampleWorldsOf(Seed, gen, assert, iter < 0 ? Check.Iter : iter, threads < 0 ? Environment.ProcessorCount : threads);
    }

    public static void Sample<T1, T2>(this Gen<(T1 First, T2 Second)> gen, Action<T1, T2> assert, long iter = -1, int threads = -1) =>
        gen.Sample(world => assert(world.First, world.Second), iter, threads);

    public static void Sample<T1, T2, T3>(this Gen<(T1 First, T2 Second, T3 Third)> gen, Action<T1, T2, T3> assert, long iter = -1, int threads = -1) =>
        gen.Sample(world => assert(world.First, world.Second, world.Third), iter, threads);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1 First, T2 Second, T3 Third, T4 Fourth)> gen, Action<T1, T2, T3, T4> assert, long iter = -1, int threads = -1) =>
        gen.Sample(world => assert(world.First, world.Second, world.Third, world.Fourth), iter, threads);

    // A law that answers instead of throwing: without these its answer would be lost, because a lambda that answers is an action too.
    public static void Sample<T>(this Gen<T> gen, Func<T, bool> holds, long iter = -1, int threads = -1) =>
        gen.Sample(world => Assert.True(holds(world)), iter, threads);

    public static void Sample<T1, T2>(this Gen<(T1 First, T2 Second)> gen, Func<T1, T2, bool> holds, long iter = -1, int threads = -1) =>
        gen.Sample(world => Assert.True(holds(world.First, world.Second)), iter, threads);

    public static void Sample<T1, T2, T3>(this Gen<(T1 First, T2 Second, T3 Third)> gen, Func<T1, T2, T3, bool> holds, long iter = -1, int threads = -1) =>
        gen.Sample(world => Assert.True(holds(world.First, world.Second, world.Third)), iter, threads);

    /// <summary>Judges the worlds that one seed draws.</summary>
    internal static void SampleWorldsOf<T>(string seed, Gen<T> gen, Action<T> assert, long iter, int threads)
    {
        var broken = new Broken();
        Parallel.For(0, iter, new ParallelOptions { MaxDegreeOfParallelism = threads }, (world, state) =>
        {
            try
            {
                assert(gen.Generate(DrawerOf(seed, world), null, out _));
            }
            catch (Exception e) when (broken.Take(world, e))
            {
                state.Break();
            }
        });
        if (broken.Exception is { } exception)
            Report(seed, gen, assert, broken.First, threads, exception);
    }

    /// <summary>What draws one world: the same for the same seed and number, another for any other.</summary>
    internal static PCG DrawerOf(string seed, long world) =>
        new(uint.Parse(seed, NumberStyles.None, CultureInfo.InvariantCulture), unchecked((ulong)world * 0x9E3779B97F4A7C15UL));

    // CsCheck looks for a smaller world that breaks the same law and throws; a world that breaks it only once is told as it is.
    private static void Report<T>(string drawnBy, Gen<T> gen, Action<T> assert, long world, int threads, Exception exception)
    {
        var seed = DrawerOf(drawnBy, world).ToString();
        TestContext.Current.TestOutputHelper?.WriteLine($"{Variable}={drawnBy} breaks the law in world {world}: CsCheck_Seed={seed}");
        Check.Sample(gen, assert, seed: seed, iter: ShrinkingWorldsMax, threads: threads);
        throw new CsCheckException($"{Variable}={drawnBy}, world {world}, CsCheck_Seed={seed}: it broke the law once and not again.", exception);
    }

    // The first broken world, whichever thread finds it.
    private sealed class Broken
    {
        private readonly Lock gate = new();

        public long First { get; private set; } = long.MaxValue;

        public Exception? Exception { get; private set; }

        public bool Take(long world, Exception exception)
        {
            lock (gate)
            {
                if (world < First)
                    (First, Exception) = (world, exception);
            }

            return true;
        }
    }
}
