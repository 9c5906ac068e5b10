using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 2: a month with a standing error cannot be numbered, and nothing is written. The law: whatever the month, with one error
/// in it the act is refused with the count of errors, and heads, vouchers and trail are what they were after the check.
/// </summary>
public sealed class Invariant2Tests
{
    [Fact]
    public void A_month_with_a_standing_error_gets_no_numbers() =>
        Gen.Select(CleanVouchers.Month(2025, 1, 8), Gen.Int[1, 3]).Sample((vouchers, faults) => CheckAsync(() => new Plant(), vouchers, faults).GetAwaiter().GetResult(), iter: 40, threads: 1);

    internal static async Task CheckAsync(Func<Plant> plant, Voucher[] vouchers, int faults)
    {
        var office = await new Office(new Ground().Start(plant())).OpenAsync();
        var faulty = Enumerable.Range(0, faults).Select(n => CleanVouchers.Faulty(CleanVouchers.Of($"hatalı{n}", new DateOnly(2025, 1, 5 + n), 10m)));
        await office.PostAsync([.. vouchers, .. faulty]);
        var report = await office.CheckAsync("2025-01");
        Assert.Equal(faults, report.Counts.Error);
        var before = await office.StateAsync();
        var outcome = await office.TryNumberAsync("2025-01");
        Assert.Equal("standing-errors", outcome.Refusal?.Type);
        Assert.Equal(faults, Convert.ToInt64(outcome.Refusal!.Values["count"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(before, await office.StateAsync());
        Assert.Empty(await office.NumbersAsync("2025-01"));
        var heads = await office.Process.Get<IVoucherLog>().ReadHeadsAsync(new BookId(Office.Firm, Branch.HeadOffice), Office.Year, TestContext.Current.CancellationToken);
        Assert.False(heads[new Period(2025, 1)].IsSealed);
    }
}
