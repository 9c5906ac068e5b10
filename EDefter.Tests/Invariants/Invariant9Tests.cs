using CsCheck;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 9: nobody reads or changes another company's data. The law: two companies in one storage, with equal ids of vouchers, live
/// as each would alone: same vouchers, numbers, findings, archives and trail. The gate in front of it is tried in Live.
/// </summary>
public sealed class Invariant9Tests
{
    [Fact]
    public void Two_companies_live_as_each_would_alone() =>
        Gen.Select(CleanVouchers.Month(2025, 1, 6), CleanVouchers.Month(2025, 1, 6)).Sample((one, other) => CheckAsync(() => new Plant(), one, other).GetAwaiter().GetResult(), iter: 25, threads: 1);

    internal static async Task CheckAsync(Func<Plant> plant, Voucher[] one, Voucher[] other)
    {
        // The same id in both, with another content.
        Voucher[] first = [.. one, CleanVouchers.Of("ortak", new DateOnly(2025, 1, 4), 1m)];
        Voucher[] second = [.. other, CleanVouchers.Of("ortak", new DateOnly(2025, 1, 4), 2m)];
        var process = new Ground().Start(plant());
        var shared = (First: await new Office(process, "birinci").OpenAsync(), Second: await new Office(process, "ikinci").OpenAsync());
        await shared.First.PostAsync(first);
        await shared.Second.PostAsync(second);
        await shared.First.NumberAsync("2025-01");
        await shared.Second.NumberAsync("2025-01");
        Assert.Equal(await AloneAsync("birinci", first), await shared.First.StateAsync());
        Assert.Equal(await AloneAsync("ikinci", second), await shared.Second.StateAsync());
    }

    private static async Task<IReadOnlyList<string>> AloneAsync(string company, Voucher[] vouchers)
    {
        var office = await new Office(new Ground().Start(), company).OpenAsync();
        await office.PostAsync(vouchers);
        await office.NumberAsync("2025-01");
        return await office.StateAsync();
    }
}
