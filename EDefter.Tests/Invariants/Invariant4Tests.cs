using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 4: two writers, two numberers: exactly one wins, the other gets a refusal that says so. The law: at whatever write of one
/// numbering another person's numbering comes in between, one of them has the numbers and the other is told; at whatever write a voucher
/// comes in between, it is either in the numbers or it is not in the month, and whoever came too late is told.
/// </summary>
public sealed class Invariant4Tests
{
    private static readonly string[] TooLate = ["already-numbered", "numbering-runs", "revision-moved"];

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public Task Of_two_numberers_exactly_one_wins(int minutesLate) => TwoNumberersAsync(() => new Plant(), TimeSpan.FromMinutes(minutesLate));

    [Fact]
    public Task A_voucher_that_comes_while_numbers_are_given_is_numbered_or_refused() => PosterAndNumbererAsync(() => new Plant());

    /// <param name="plant">What the application is made into.</param>
    /// <param name="late">How much later the other comes: a lease that has run out keeps nobody away.</param>
    internal static async Task TwoNumberersAsync(Func<Plant> plant, TimeSpan late)
    {
        for (var write = 1; ; write++)
        {
            var ground = await OpenAsync();
            var other = new Office(ground.Start(plant()), by: "İkinci Kişi");
            var second = default(Core.Workflow.Outcome<string>);
            var interruption = new Interruption(plant(), write, async () =>
            {
                ground.Clock.Pass(late);
                second = await other.TryNumberAsync("2025-01");
            });
            var first = await new Office(ground.Start(interruption), by: "Birinci Kişi").TryNumberAsync("2025-01");
            if (!interruption.HasActed)
                return;
            Assert.True(first.IsRefused != second.IsRefused, $"write {write}: both or none of two numberers won");
            Assert.Contains((first.Refusal ?? second.Refusal)!.Type, TooLate);
            await AssertOneCommitAsync(ground);
        }
    }

    internal static async Task PosterAndNumbererAsync(Func<Plant> plant)
    {
        for (var write = 1; ; write++)
        {
            var ground = await OpenAsync();
            var poster = new Office(ground.Start(plant()));
            var late = CleanVouchers.Of("geç", new DateOnly(2025, 1, 2), 7m);
            Core.Workflow.Ports.AppendResult? posted = null;
            var interruption = new Interruption(plant(), write, async () => posted = await poster.PostAsync(late));
            var numbers = await new Office(ground.Start(interruption)).TryNumberAsync("2025-01");
            if (!interruption.HasActed)
                return;
            Assert.Equal(1, posted!.Stored + posted.Rejected.Count);
            var reader = new Office(ground.Start());
            var live = (await reader.LiveAsync()).Select(voucher => voucher.Id).ToList();
            Assert.Equal(posted.Stored == 1, live.Contains("geç", StringComparer.Ordinal));
            if (numbers.IsRefused)
                Assert.Contains(numbers.Refusal.Type, TooLate);
            else
                Assert.Equal(live, (await reader.NumbersAsync("2025-01")).Select(item => item.VoucherId).Order(StringComparer.Ordinal));
            Assert.All(posted.Rejected, row => Assert.Equal("month-sealed", row.Code));
        }
    }

    private static async Task<Ground> OpenAsync()
    {
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m), CleanVouchers.Of("b", new DateOnly(2025, 1, 2), 2m));
        return ground;
    }

    private static async Task AssertOneCommitAsync(Ground ground)
    {
        var state = await new Office(ground.Start()).StateAsync();
        Assert.Single(state, line => line.StartsWith("commit Number ", StringComparison.Ordinal));
    }
}
