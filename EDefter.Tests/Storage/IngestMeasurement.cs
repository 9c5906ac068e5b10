using System.Diagnostics;
using System.Globalization;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>How long 50 000 lines take into Azurite and out again; told, not asserted.</summary>
public sealed class IngestMeasurement(StorageFixture storage, ITestOutputHelper output) : IClassFixture<StorageFixture>
{
    [DeepFact]
    public async Task Fifty_thousand_lines_in_and_out()
    {
        var world = new LogWorld();
        var vouchers = Enumerable.Range(0, 10_000).Select(n => LogWorld.Voucher($"o{n}", new DateOnly(2025, 1, 1 + (n % 31)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), n + 0.25m, lines: 5)).ToArray();
        for (var round = 0; round < 3; round++)
        {
            await MeasureAsync(world, vouchers, round);
            world = new LogWorld();
        }
    }

    private async Task MeasureAsync(LogWorld world, Voucher[] vouchers, int round)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await world.AppendAsync(world.Open(storage.Books()), vouchers);
        Tell("ingest", round, clock, cpu);
        (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var read = 0;
        await foreach (var day in world.Open(storage.Books()).ReadDaysAsync(world.Book, LogWorld.Year2025, LogWorld.Year2025.Start, LogWorld.Year2025.End, CancellationToken.None))
            read += day.Vouchers.Count;
        Tell("read, cold index", round, clock, cpu);
        Assert.Equal(vouchers.Length, read);
        (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        Assert.Equal(vouchers.Length, (await world.AppendAsync(world.Open(storage.Books()), vouchers)).Unchanged);
        Tell("sent again", round, clock, cpu);
        (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var log = world.Open(storage.Books());
        for (var n = 0; n < 20; n++)
            await world.AppendAsync(log, LogWorld.Voucher($"tek{n}", "2025-01-15"));
        Tell("20 single posts", round, clock, cpu);
    }

    private void Tell(string what, int round, Stopwatch clock, TimeSpan cpu) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {what}: {clock.ElapsedMilliseconds} ms wall, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:F0} ms CPU"));
}
