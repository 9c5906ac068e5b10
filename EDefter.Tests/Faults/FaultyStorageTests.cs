using System.Globalization;
using EDefter.Functions;
using EDefter.LocalWorker.Storage;
using EDefter.Storage;
using EDefter.Tests.Invariants;
using EDefter.Tests.Kills;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Faults;

/// <summary>
/// Laws 1 to 5 of Invariants/README.md over HTTP and Azurite with the SDK's own retries, while <see cref="FaultyTransport"/> loses requests and answers, throttles, refuses and
/// breaks off: the book ends as the same acts leave it in memory, where nothing failed. A failure names its seed, and <c>EDEFTER_FAULT_SEED</c>
/// runs that one alone in the deep test; <c>EDEFTER_FAULT_SEEDS</c> says how many it runs (3 if it is absent).
/// </summary>
public sealed class FaultyStorageTests
{
    private const int Seeds = 3;
    private const double OneInFifty = 0.02;
    private const double OneInTwenty = 0.05;

    // An act takes seconds. One that waits for a job that lost its message, twice in a row, takes minutes; one that takes longer will never end.
    private static readonly TimeSpan ActMost = TimeSpan.FromMinutes(6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_month_over_a_bad_network_ends_as_over_a_good_one() => LiveAsync(seed: 1, OneInFifty);

    [DeepFact]
    public async Task A_month_over_a_bad_network_ends_as_over_a_good_one_whatever_the_seed()
    {
        if (Number("EDEFTER_FAULT_SEED") is { } only)
        {
            await LiveAsync(only, OneInTwenty);
            return;
        }

        var seeds = Number("EDEFTER_FAULT_SEEDS") ?? Seeds;
        for (var seed = 2; seed < 2 + seeds; seed++)
            await LiveAsync(seed, OneInTwenty);
    }

    private static async Task LiveAsync(int seed, double rate)
    {
        var expected = await ProcessKillTests.UnharmedAsync();
        await using var azurite = await Azurite.StartAsync(Cancellation);
        await using var storage = new ServiceCollection().AddSingleton(TimeProvider.System).AddEDefterStorage(azurite.ConnectionString, TimeProvider.System).AddUseCases().BuildServiceProvider();
        var transport = new FaultyTransport(seed, rate);
        await using var app = await FaultyApp.StartAsync(azurite.ConnectionString, transport);
        var act = string.Empty;
        try
        {
            foreach (var (name, live) in new HttpJourney(app, () => BookState.LiveAsync(storage, SampleJourney.Company, SampleJourney.Year, Cancellation)).Acts)
            {
                act = name;
                await live().WaitAsync(ActMost, Cancellation);
            }
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"EDEFTER_DEEP=1 EDEFTER_FAULT_SEED={seed}: {act}: {broken.Message}", broken);
        }

        transport.IsCalm = true;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {string.Join(", ", transport.Met.OrderBy(met => met.Key).Select(met => $"{met.Key} {met.Value}"))}; answered 500 or 503: {app.Faults}");
        var state = await BookState.ReadAsync(storage, SampleJourney.Company, SampleJourney.Year, Cancellation);
        Assert.True(expected.SequenceEqual(state, StringComparer.Ordinal), $"EDEFTER_DEEP=1 EDEFTER_FAULT_SEED={seed}: {BookState.Difference(expected, state)}");
        Assert.InRange(transport.Met.Keys.Count(), Enum.GetValues<FaultKind>().Length / 2, Enum.GetValues<FaultKind>().Length);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
