using System.Globalization;
using EDefter.Functions;
using EDefter.LocalWorker.Storage;
using EDefter.Storage;
using EDefter.Tests.Invariants;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>
/// Law 3 with real processes and real SIGKILL over storage that survives: whoever dies is started again and asked the same, and
/// in the end the book is the one that the same acts give in memory, where nobody was killed. A process dies between a write that stands and its answer, and
/// after which write of an act is the seed's: a death at any other moment leaves the same storage behind. A failure names its seed, and
/// <c>EDEFTER_KILL_SEED</c> runs that one alone.
/// </summary>
public sealed class ProcessKillTests
{
    // Every third act is hit; three seeds in a row hit them all.
    private const int Turns = 3;

    // An act has 1 to some 40 writes, most of them few; half of the deaths come after one of the first six.
    private const double WritesMost = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [DeepFact]
    public async Task A_month_whose_processes_are_killed_ends_as_if_they_had_not()
    {
        if (Number("EDEFTER_KILL_SEED") is { } only)
        {
            await LiveAsync(only);
            return;
        }

        var seeds = Number("EDEFTER_KILL_SEEDS") ?? 25;
        for (var seed = 1; seed <= seeds; seed++)
            await LiveAsync(seed);
    }

    private static async Task LiveAsync(int seed)
    {
        var expected = await UnharmedAsync();
        await using var azurite = await Azurite.StartAsync(Cancellation);
        await using var storage = new ServiceCollection().AddSingleton(TimeProvider.System).AddEDefterStorage(azurite.ConnectionString, TimeProvider.System).AddUseCases().BuildServiceProvider();
        await using var lines = await StorageLines.StartAsync(azurite, Cancellation);
        using var app = new MortalApp(lines.ConnectionString);
        await app.StartAsync(Cancellation);
        var random = new Random(seed);
        var acts = new HttpJourney(app, () => BookState.LiveAsync(storage, SampleJourney.Company, SampleJourney.Year, Cancellation)).Acts;
        for (var n = 0; n < acts.Count; n++)
        {
            var writes = (int)Math.Pow(WritesMost, random.NextDouble());
            if ((n + seed) % Turns == 0)
                lines.After(writes, _ => true, app.KillAsync);
            await acts[n].Do();
            lines.Calm();
        }

        var state = await BookState.ReadAsync(storage, SampleJourney.Company, SampleJourney.Year, Cancellation);
        Assert.True(expected.SequenceEqual(state, StringComparer.Ordinal), $"seed {seed}, {app.Deaths} deaths: {BookState.Difference(expected, state)}");
        Assert.InRange(app.Deaths, 1, acts.Count);
    }

    private static readonly Lazy<Task<IReadOnlyList<string>>> Unharmed = new(LiveUnharmedAsync);

    /// <summary>The book as it ends when nobody dies and nothing fails.</summary>
    internal static Task<IReadOnlyList<string>> UnharmedAsync() => Unharmed.Value;

    private static async Task<IReadOnlyList<string>> LiveUnharmedAsync()
    {
        // The killed processes live today, and a report says how long its deadline is past.
        var process = new Ground(TimeProvider.System.GetUtcNow()).Start();
        foreach (var (_, act) in new SampleJourney(ordinary: int.MaxValue).Acts)
            await act(process);
        return await BookState.ReadAsync(process.Services, SampleJourney.Company, SampleJourney.Year, Cancellation);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
