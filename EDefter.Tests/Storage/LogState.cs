using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>What a book says now, read through the port alone, and what must hold of it whatever happened before.</summary>
internal static class LogState
{
    /// <summary>Every live voucher's canonical JSON by id. Fails when the book contradicts itself.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(LogWorld world, IVoucherLog log)
    {
        var live = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var year in world.Company.FiscalYears)
        {
            var counts = new Dictionary<Core.Companies.Period, long>();
            DateOnly? before = null;
            await foreach (var day in log.ReadDaysAsync(world.Book, year, year.Start, year.End, CancellationToken.None))
            {
                Assert.True(before is null || before < day.Day, "days out of order");
                before = day.Day;
                Assert.NotEmpty(day.Vouchers);
                foreach (var stored in day.Vouchers)
                {
                    Assert.Equal(day.Day, stored.Voucher.Date.Value);
                    Add(live, stored);
                }

                var period = Core.Companies.Period.Of(day.Day!.Value);
                counts[period] = counts.GetValueOrDefault(period) + day.Vouchers.Count;
            }

            await AssertHeadsAsync(world, log, year, counts);
        }

        foreach (var stored in (await log.ReadDrawerAsync(world.Book, CancellationToken.None)).Vouchers)
        {
            Assert.True(stored.Voucher.Date.Value is not { } day || world.Company.YearOf(day) is null, "a dated voucher lies in the drawer");
            Add(live, stored);
        }

        return live;
    }

    private static async Task AssertHeadsAsync(LogWorld world, IVoucherLog log, Core.Companies.FiscalYear year, Dictionary<Core.Companies.Period, long> counts)
    {
        var heads = await log.ReadHeadsAsync(world.Book, year, CancellationToken.None);
        foreach (var (period, head) in heads)
            Assert.True(head.Vouchers == counts.GetValueOrDefault(period), $"head of {period} counts {head.Vouchers}, its days hold {counts.GetValueOrDefault(period)}");
        Assert.All(counts.Keys, period => Assert.Contains(period, heads.Keys));
        var touched = new Dictionary<Core.Companies.Period, long>();
        var last = 0L;
        await foreach (var commit in log.ReadCommitsAsync(world.Book, year, after: 0, CancellationToken.None))
        {
            Assert.Equal(++last, commit.Sequence);
            foreach (var period in commit.Periods)
                touched[period] = touched.GetValueOrDefault(period) + 1;
        }

        foreach (var (period, head) in heads)
            Assert.True(head.Revision == touched.GetValueOrDefault(period), $"head of {period} has revision {head.Revision}, the trail {touched.GetValueOrDefault(period)} commits");
    }

    private static void Add(SortedDictionary<string, string> live, StoredVoucher stored)
    {
        var json = VoucherJsonWriter.ToBytes(stored.Voucher);
        Assert.Equal(VoucherHash.ToText(VoucherHash.Truncate(System.Security.Cryptography.SHA256.HashData(json))), stored.ContentHash);
        Assert.True(live.TryAdd(stored.Voucher.Id, Encoding.UTF8.GetString(json)), $"voucher {stored.Voucher.Id} is live twice");
    }
}
