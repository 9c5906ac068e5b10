using EDefter.Core.Companies;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants.Mutants;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A month that is checked in parts ends as the same book as one that is checked in one piece: whoever dies, whatever comes twice, and when it moves meanwhile.</summary>
public sealed class PartedCheckTests
{
    private static readonly PartSize Small = new(12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(30)]
    public async Task In_parts_of_any_size_the_outcome_is_that_of_one_piece(int vouchers)
    {
        var whole = await CheckedAsync(new Ground());
        // Which findings stand in the order of the vouchers is told by both.
        Assert.Contains(whole, line => line.StartsWith("report ", StringComparison.Ordinal) && line.Contains("\"inOrder\":{", StringComparison.Ordinal));
        var ground = new Ground { PartSize = new PartSize(vouchers) };
        var parted = await CheckedAsync(ground);
        Assert.True(whole.SequenceEqual(parted, StringComparer.Ordinal), BookState.Difference(whole, parted));
        Assert.InRange(ground.Jobs.All.Count(job => job.Kind == CheckPartWork.KindWord), 3, 31);
    }

    [Fact]
    public async Task What_is_delivered_twice_is_done_once()
    {
        var whole = await CheckedAsync(new Ground());
        var parted = await CheckedAsync(new Ground { PartSize = Small, DeliversTwice = true });
        Assert.True(whole.SequenceEqual(parted, StringComparer.Ordinal), BookState.Difference(whole, parted));
    }

    [Fact]
    public async Task Killed_at_any_write_of_a_parted_check_the_outcome_is_that_of_one_piece()
    {
        var whole = await CheckedAsync(new Ground());
        var life = Fuse.None;
        await CheckedAsync(new Ground { PartSize = Small }, life);
        Assert.True(life.Spent > 40);
        for (var writes = 1; writes < life.Spent; writes++)
        {
            var state = await CheckedAsync(new Ground { PartSize = Small }, new Fuse(writes));
            Assert.True(whole.SequenceEqual(state, StringComparer.Ordinal), $"killed after write {writes}: {BookState.Difference(whole, state)}");
        }
    }

    [Fact]
    public async Task Finished_parts_are_not_done_again_after_a_death()
    {
        var life = Fuse.None;
        await CheckedAsync(new Ground { PartSize = Small }, life);
        var ground = new Ground { PartSize = Small };
        await CheckedAsync(ground, new Fuse(life.Spent * 2 / 3));
        Assert.All(ground.Jobs.All.Where(job => job.Kind == CheckPartWork.KindWord), part => Assert.InRange(part.Attempts, 1, 2));
        Assert.InRange(ground.Jobs.All.Count(part => part is { Kind: CheckPartWork.KindWord, Attempts: > 1 }), 0, 1);
    }

    [Fact]
    public async Task A_month_that_moves_between_two_parts_is_divided_anew()
    {
        var ground = new Ground { PartSize = new PartSize(2) };
        Office? office = null;
        var moves = new MovingLog.Planter(() => office!.PostAsync(CleanVouchers.Of("late", new DateOnly(2025, 1, 20), 1m)));
        office = await new Office(ground.Start(moves)).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 8).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, n), 1m))]);
        moves.AtReading = 3;

        var report = await office.CheckAsync("2025-01");

        Assert.Equal(9, report.Totals.Vouchers);
        Assert.Equal(2, Assert.Single(ground.Jobs.All, job => job.Kind == CheckWork.KindWord).Plan!.Made);
    }

    /// <summary>The vouchers stand still all the time: nobody is told that a revision moved to itself.</summary>
    [Fact]
    public async Task A_month_whose_chart_never_stands_still_is_refused_for_what_moved()
    {
        var ground = new Ground { PartSize = new PartSize(2) };
        Office? office = null;
        var charts = 0;
        var moves = new MovingLog.Planter(() => office!.PutChartAsync([new ChartAccount { Code = "770.01", Name = $"GİDERLER {++charts}" }]));
        office = await new Office(ground.Start(moves)).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 8).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, n), 1m))]);
        (moves.AtReading, moves.Always) = (1, true);

        var refused = (await office.TryCheckAsync("2025-01")).Refusal!;

        Assert.Equal(("revision-moved", 409), (refused.Type, refused.Status));
        Assert.Equal("Ocak 2025 kontrol edilirken fişleri ya da kontrolün dayandığı bilgiler (hesap planı, firma bilgileri, kurlar, önceki aylar) değişti. Değişiklikler bitince kontrolü yeniden başlatın.", refused.Detail);
        Assert.Equal("period", Assert.Single(refused.Values!).Key);
        Assert.True(charts > 4);
    }

    [Fact]
    public async Task A_cancelled_check_begins_no_further_part()
    {
        var ground = new Ground { PartSize = new PartSize(2) };
        var process = ground.Start();
        var moves = new MovingLog.Planter(async () => await process.Get<JobDesk>().CancelAsync(ground.Jobs.All.Single(job => job.Kind == CheckWork.KindWord).Id, Cancellation));
        var office = await new Office(process = ground.Start(moves)).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 8).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, n), 1m))]);
        moves.AtReading = 2;

        await Assert.ThrowsAsync<InvalidOperationException>(() => office.CheckAsync("2025-01"));

        Assert.Equal(JobState.Cancelled, Assert.Single(ground.Jobs.All, job => job.Kind == CheckWork.KindWord).State);
        Assert.DoesNotContain(ground.Jobs.All, job => job.State is JobState.Queued or JobState.Running);
        Assert.InRange(ground.Jobs.All.Count(job => job is { Kind: CheckPartWork.KindWord, State: JobState.Succeeded }), 1, 2);
    }

    [Fact]
    public async Task A_part_that_cannot_be_done_fails_the_check()
    {
        var ground = new Ground { PartSize = new PartSize(2) };
        var moves = new MovingLog.Planter(() => throw new InvalidDataException("planted"));
        var office = await new Office(ground.Start(moves)).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 8).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, n), 1m))]);
        (moves.AtReading, moves.Always) = (2, true);

        var refused = await office.TryCheckAsync("2025-01");

        Assert.Equal(("job-failed", 500), (refused.Refusal!.Type, refused.Refusal.Status));
        Assert.DoesNotContain(ground.Jobs.All, job => job.State is JobState.Queued or JobState.Running);
    }

    // The sample's acts up to its first check; only the check is asked of the process that may die.
    private static async Task<IReadOnlyList<string>> CheckedAsync(Ground ground, Fuse? fuse = null)
    {
        var acts = new SampleJourney(ordinary: 20).Acts;
        foreach (var (name, act) in acts.TakeWhile(act => act.Name != "check"))
            await act(ground.Start());
        var check = acts.Single(act => act.Name == "check").Do;
        try
        {
            await check(new Instance(ground, fuse ?? Fuse.None, new Plant()));
        }
        catch (KilledException)
        {
            await check(ground.Start());
        }

        Assert.Null(ground.Queues.Next());
        Assert.DoesNotContain(ground.Jobs.All, job => job.State is JobState.Queued or JobState.Running);
        return await BookState.ReadAsync(ground.Start().Services, SampleJourney.Company, SampleJourney.Year, Cancellation);
    }
}
