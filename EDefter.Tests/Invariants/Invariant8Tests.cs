using System.IO.Compression;
using CsCheck;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 8: same month, same profile, same bytes; nothing of who or when inside a ZIP. The law: two fresh storages, the vouchers in
/// another order, other people, another year on the clock: the same ZIPs, byte for byte, with the times of 1980 in their directory.
/// </summary>
public sealed class Invariant8Tests
{
    private const string One = "Zühre Karındeşen";
    private const string Other = "Ökkeş Yağmurdereli";

    [Fact]
    public void The_same_month_gives_the_same_bytes() =>
        CleanVouchers.Month(2025, 1, 8).Where(vouchers => vouchers.Length > 0).Sample(vouchers => CheckAsync(() => new Plant(), vouchers).GetAwaiter().GetResult(), iter: 15, threads: 1);

    internal static async Task CheckAsync(Func<Plant> plant, Voucher[] vouchers)
    {
        foreach (var profile in (string[])["edefter", "izibiz"])
        {
            var first = await ZipAsync(plant, vouchers, profile, One, new DateTimeOffset(2025, 2, 1, 8, 0, 0, TimeSpan.FromHours(3)));
            var second = await ZipAsync(plant, [.. vouchers.Reverse()], profile, Other, new DateTimeOffset(2026, 9, 30, 23, 0, 0, TimeSpan.FromHours(3)));
            Assert.Equal(first, second);
            using var zip = new ZipArchive(new MemoryStream(first));
            Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        }
    }

    private static async Task<byte[]> ZipAsync(Func<Plant> plant, Voucher[] vouchers, string profile, string by, DateTimeOffset now)
    {
        var office = await new Office(new Ground(now).Start(plant()), by: by).OpenAsync();
        foreach (var voucher in vouchers)
            await office.PostAsync(voucher);
        await office.NumberAsync("2025-01");
        return await office.ArchiveAsync("2025-01", profile);
    }
}
