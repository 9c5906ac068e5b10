using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Numbers;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 1: numbers depend on the set of vouchers, not on arrival order; first = previous last + 1; no gap, no duplicate, across
/// months. The laws: the same vouchers in another order, in other batches, some of them sent twice, get the same numbers; whatever months
/// follow each other, empty ones too, madde no and satır no run 1, 2, 3 … through them, and each chain names the one before it.
/// </summary>
public sealed class Invariant1Tests
{
    private static readonly Gen<Voucher[]> January = CleanVouchers.Month(2025, 1, 14);

    [Fact]
    public void Numbers_depend_on_the_set_and_not_on_its_arrival() =>
        Gen.Select(January, Gen.Int).Sample((vouchers, seed) => ArrivalAsync(() => new Plant(), vouchers, seed).GetAwaiter().GetResult(), iter: 60, threads: 1);

    [Fact]
    public void Numbers_run_on_from_month_to_month() =>
        Gen.Select(CleanVouchers.Month(2025, 3, 6), CleanVouchers.Month(2025, 4, 3), CleanVouchers.Month(2025, 5, 6), Gen.Bool)
            .Sample((march, april, may, adopted) => MonthsAsync(() => new Plant(), march, april, may, adopted).GetAwaiter().GetResult(), iter: 40, threads: 1);

    internal static async Task ArrivalAsync(Func<Plant> plant, Voucher[] vouchers, int seed)
    {
        var random = new Random(seed);
        var inOrder = await new Office(new Ground().Start(plant())).OpenAsync();
        await inOrder.PostAsync(vouchers);
        var mixed = await new Office(new Ground().Start(plant()), by: "Başka Biri").OpenAsync();
        var shuffled = vouchers.Concat(vouchers.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(shuffled);
        foreach (var batch in shuffled.Chunk(1 + random.Next(5)))
            await mixed.PostAsync(batch);
        var first = await inOrder.NumberAsync("2025-01");
        var second = await mixed.NumberAsync("2025-01");
        Assert.Equal(first, second);
        Assert.Equal(await inOrder.NumbersAsync("2025-01"), await mixed.NumbersAsync("2025-01"));
        // The law's own order: day, kind, number, id.
        var expected = vouchers.OrderBy(voucher => voucher, Comparer<Voucher>.Create(VoucherOrder.Compare)).Select(voucher => voucher.Id);
        Assert.Equal(expected, (await inOrder.NumbersAsync("2025-01")).Select(item => item.VoucherId));
    }

    internal static async Task MonthsAsync(Func<Plant> plant, Voucher[] march, Voucher[] april, Voucher[] may, bool adopted)
    {
        var office = await new Office(new Ground(new DateTimeOffset(2025, 7, 1, 9, 0, 0, TimeSpan.FromHours(3))).Start(plant())).OpenAsync(adopted ? new DateOnly(2025, 3, 1) : null);
        await office.PostAsync([.. may, .. march, .. april]);
        var (number, line) = (1L, 1L);
        NumberResult? before = null;
        for (var period = new Period(2025, adopted ? 3 : 1); period <= new Period(2025, 6); period = period.Next)
        {
            var numbers = await office.NumberAsync(period.ToString());
            Assert.Equal((number, line), (numbers.First, numbers.FirstLine));
            Assert.Equal(before?.Chain ?? Core.Journal.NumberingBuilder.NothingBefore, numbers.Previous);
            foreach (var item in await office.NumbersAsync(period.ToString()))
            {
                Assert.Equal((number, line), (item.Number, item.FirstLine));
                number++;
                line += item.Lines;
            }

            Assert.Equal((number - 1, line - 1), (numbers.Last, numbers.LastLine));
            before = numbers;
        }

        Assert.Equal(march.Length + april.Length + may.Length, number - 1);
    }
}
