using System.Security.Cryptography;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>Law 3 for the printed books: whichever write of a printing job is the last of its process, asked again the book comes out in the very same bytes, and once.</summary>
public sealed class Invariant3PrintTests
{
    private const string Month = "2025-01";

    [Theory]
    [InlineData("journal", "pdf")]
    [InlineData("journal", "xlsx")]
    [InlineData("ledger", "pdf")]
    [InlineData("ledger", "xlsx")]
    [InlineData("trial-balance", "pdf")]
    [InlineData("trial-balance", "xlsx")]
    public Task A_print_killed_at_any_write_comes_out_in_the_same_bytes(string book, string format) => CheckAsync(() => new Plant(), book, format);

    /// <summary>The law, for what the plant makes of the application.</summary>
    internal static async Task CheckAsync(Func<Plant> plant, string book, string format)
    {
        var life = Fuse.None;
        var unharmed = await LiveAsync(life, () => new Plant(), book, format);
        // A job's row and message, its claim, the file, the manifest, the print's row and the job's end at least.
        Assert.InRange(life.Spent, 6, 100);
        for (var writes = 1; writes <= life.Spent; writes++)
        {
            var killed = await LiveAsync(new Fuse(writes), plant, book, format);
            Assert.True(unharmed.AsSpan().SequenceEqual(killed), $"killed after write {writes}: {killed.Length} bytes instead of {unharmed.Length}, or others");
        }
    }

    private static async Task<byte[]> LiveAsync(Fuse fuse, Func<Plant> plant, string book, string format)
    {
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 40).Select(n => CleanVouchers.Of("v" + n, new DateOnly(2025, 1, 1 + (n % 20)), n * 1.25m))]);
        await office.NumberAsync(Month);
        byte[] file;
        try
        {
            file = await new Office(new Instance(ground, fuse, plant())).PrintAsync(Month, book, format);
        }
        catch (KilledException)
        {
            office = new Office(ground.Start(plant()));
            file = await office.PrintAsync(Month, book, format);
        }

        Assert.Null(ground.Queues.Next());
        var print = Assert.Single(await new Office(ground.Start()).PrintsAsync(Month));
        Assert.Equal(Assert.Single(print.Files).Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
        return file;
    }
}
