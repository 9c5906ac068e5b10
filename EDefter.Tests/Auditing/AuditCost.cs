using System.Diagnostics;
using System.Globalization;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Storage;
using Moq;
using Xunit;

namespace EDefter.Tests.Auditing;

/// <summary>What a record costs over Azurite: one after the other, many at once, and from two processes at once; told, not asserted.</summary>
public sealed class AuditCost(StorageFixture storage, ITestOutputHelper output) : IClassFixture<StorageFixture>
{
    [DeepFact]
    public async Task What_a_record_costs()
    {
        await MeasureAsync("one after the other", processes: 1, atOnce: 1, count: 300);
        await MeasureAsync("16 at once", processes: 1, atOnce: 16, count: 1_600);
        await MeasureAsync("2 processes, 8 at once each", processes: 2, atOnce: 8, count: 800);
    }

    private async Task MeasureAsync(string what, int processes, int atOnce, int count)
    {
        var company = $"olcum-{Guid.NewGuid():N}";
        var trails = Enumerable.Range(0, processes).Select(_ => new AuditTrail(storage.Get<IAuditLog>(), Mock.Of<ICompanies>())).ToList();
        foreach (var trail in trails)
            await trail.AppendKnownAsync(company, AuditLines.Entry("ilk"), CancellationToken.None);
        var times = new List<double>();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var all = Stopwatch.StartNew();
        await Task.WhenAll(trails.SelectMany(trail => Enumerable.Range(0, atOnce).Select(n => WriteAsync(trail, company, count / atOnce / processes, times))));
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {times.Count} records in {all.ElapsedMilliseconds} ms, p50 {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms, {spent / times.Count:F2} CPU ms a record"));
    }

    private static async Task WriteAsync(AuditTrail trail, string company, int count, List<double> times)
    {
        for (var n = 0; n < count; n++)
        {
            var clock = Stopwatch.StartNew();
            await trail.AppendKnownAsync(company, AuditLines.Entry($"a-{n}"), CancellationToken.None);
            lock (times)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }
    }
}
