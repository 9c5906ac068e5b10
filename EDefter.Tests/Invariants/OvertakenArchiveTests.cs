using EDefter.Tests.Invariants.Mutants;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>An archive goes through three queues: numbers that are taken back and given again on its way are told as such.</summary>
public sealed class OvertakenArchiveTests
{
    private const string Month = "2025-01";

    [Fact]
    public async Task An_archive_whose_month_is_numbered_anew_meanwhile_says_so()
    {
        Office? office = null;
        var renumbered = 0;
        var moves = new MovingLog.Planter(async () =>
        {
            await office!.UnnumberAsync(Month);
            await office.PostAsync(CleanVouchers.Of("late", new DateOnly(2025, 1, 2), 1m));
            await office.NumberAsync(Month);
            renumbered++;
        });
        office = await new Office(new Ground().Start(moves)).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 3).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, n), 1m))]);
        await office.NumberAsync(Month);
        moves.AtReading = 1;

        var refused = (await office.TryArchiveAsync(Month, "edefter")).Refusal!;

        Assert.Equal(1, renumbered);
        Assert.Equal(("revision-moved", 409), (refused.Type, refused.Status));
        Assert.Equal("Ocak 2025 numaraları ya da programın sürümü, arşiv istendikten sonra değişti. Arşivi yeniden isteyin.", refused.Detail);
        Assert.Equal("period", Assert.Single(refused.Values!).Key);
        Assert.NotEmpty(await office.ArchiveAsync(Month, "edefter"));
    }
}
