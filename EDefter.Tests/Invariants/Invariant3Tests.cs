using EDefter.Core.Workflow.Jobs;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 3: kill the process at any write; a re-run ends in the same state; no voucher lost, none doubled, none visible half-done.
/// The law: for every n, a month whose first process dies right after its n-th write to any table, blob or queue, and whose people ask
/// again what was not answered, ends as the very same book as a month in which nobody ever died.
/// </summary>
public sealed class Invariant3Tests
{
    private const int Processes = 2;

    [Fact]
    public Task Killed_at_any_write_a_month_ends_as_if_nobody_had_died() => CheckAsync(() => new Plant(), every: 1);

    [Fact]
    public async Task A_job_whose_message_was_never_sent_begins_when_it_is_asked_for_again()
    {
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m));
        // The job's row is the first write, its message would be the second.
        await Assert.ThrowsAsync<KilledException>(() => new Office(new Instance(ground, new Fuse(1), new Plant())).CheckAsync("2025-01"));
        Assert.Null(ground.Queues.Next());
        ground.Clock.Pass(JobDesk.UnsentAfter);
        var asked = ground.Clock.GetUtcNow();
        await new Office(ground.Start()).CheckAsync("2025-01");
        Assert.Equal(asked, ground.Clock.GetUtcNow());
    }

    /// <summary>The law, for what the plant makes of the application.</summary>
    /// <param name="plant">One for each process.</param>
    /// <param name="every">1 tries every write, 2 every second one.</param>
    /// <param name="first">The first write that is tried.</param>
    internal static async Task CheckAsync(Func<Plant> plant, int every, int first = 1)
    {
        var life = Fuse.None;
        var unharmed = await LiveAsync(life, () => new Plant());
        var deaths = Enumerable.Range(first, life.Spent - first + 1).Where(writes => writes % every == 0);
        await Parallel.ForEachAsync(deaths, new ParallelOptions { MaxDegreeOfParallelism = Processes }, async (writes, _) =>
        {
            var state = await LiveAsync(new Fuse(writes), plant);
            Assert.True(unharmed.SequenceEqual(state, StringComparer.Ordinal), $"killed after write {writes}: {BookState.Difference(unharmed, state)}");
        });
    }

    private static async Task<IReadOnlyList<string>> LiveAsync(Fuse fuse, Func<Plant> plant)
    {
        var ground = new Ground();
        var people = new SampleJourney(ordinary: 0);
        var process = new Instance(ground, fuse, plant());
        foreach (var (_, act) in people.Acts)
        {
            try
            {
                await act(process);
            }
            catch (KilledException)
            {
                process = ground.Start(plant());
                await act(process);
            }
        }

        Assert.Null(ground.Queues.Next());
        return await BookState.ReadAsync(ground.Start().Services, SampleJourney.Company, SampleJourney.Year, CancellationToken.None);
    }
}
