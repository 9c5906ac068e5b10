using CsCheck;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 5: received = stored + unchanged + rejected; processed = stored. The laws: whatever is sent, however often, the answer's
/// sum is what was sent, what was rejected stands in a sealed month, and a check looks at exactly the vouchers that are stored.
/// </summary>
public sealed class Invariant5Tests
{
    [Fact]
    public void What_came_is_stored_unchanged_or_rejected_and_all_of_it_is_checked() =>
        Gen.Select(CleanVouchers.Month(2025, 1, 8), CleanVouchers.Month(2025, 2, 8), CleanVouchers.Month(2025, 2, 8))
            .Sample((january, february, later) => CheckAsync(() => new Plant(), january, february, later).GetAwaiter().GetResult(), iter: 40, threads: 1);

    internal static async Task CheckAsync(Func<Plant> plant, Voucher[] january, Voucher[] february, Voucher[] later)
    {
        var office = await new Office(new Ground(new DateTimeOffset(2025, 4, 1, 9, 0, 0, TimeSpan.FromHours(3))).Start(plant())).OpenAsync();
        await PostAsync(office, [.. january, .. february], rejected: 0);
        await office.NumberAsync("2025-01");
        var intruder = CleanVouchers.Of("davetsiz", new DateOnly(2025, 1, 9), 5m);
        await PostAsync(office, [.. january, intruder, .. february, .. later], rejected: 1);
        var live = await office.LiveAsync();
        var inFebruary = live.Count(voucher => voucher.Date.Value!.Value.Month == 2);
        var totals = (await office.CheckAsync("2025-02")).Totals;
        Assert.Equal((inFebruary, inFebruary), (totals.Received, totals.Processed));
        Assert.Equal(february.Concat(later).Select(voucher => voucher.Id).Distinct(StringComparer.Ordinal).Count(), inFebruary);
        Assert.Equal(january.Length, live.Count - inFebruary);
    }

    private static async Task PostAsync(Office office, Voucher[] sent, int rejected)
    {
        var answer = await office.PostAsync(sent);
        Assert.Equal(sent.Length, answer.Received);
        Assert.Equal(sent.Length, answer.Stored + answer.Unchanged + answer.Rejected.Count);
        Assert.Equal(rejected, answer.Rejected.Count);
    }
}
