using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace EDefter.Benchmarks;

/// <summary>What a soak has done. Safe for use by all of its companies at once.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentQueue<double> checks = new();
    private readonly List<double> allChecks = [];
    private readonly ConcurrentQueue<(MeasuredBook Book, JsonElement Archive)> archives = new();
    private long lines;
    private long small;
    private long large;
    private long repaired;
    private long before;

    public IReadOnlyCollection<(MeasuredBook Book, JsonElement Archive)> Archives => archives;

    /// <summary>A person waited so long for the check of a small month.</summary>
    public void Checked(TimeSpan wait) => checks.Enqueue(wait.TotalSeconds);

    public void Repaired() => Interlocked.Increment(ref repaired);

    /// <summary>A month went the whole way.</summary>
    public void Archived(MeasuredBook book, JsonElement archive, long monthLines, bool isLarge)
    {
        archives.Enqueue((book, archive));
        Interlocked.Add(ref lines, monthLines);
        Interlocked.Increment(ref isLarge ? ref large : ref small);
    }

    /// <summary>What happened since it was told last.</summary>
    public string TellMinute(TimeSpan elapsed, RunningApp app)
    {
        var waits = new List<double>();
        while (checks.TryDequeue(out var wait))
            waits.Add(wait);
        allChecks.AddRange(waits);
        var now = Interlocked.Read(ref lines);
        var done = now - before;
        before = now;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalMinutes,5:0.0} min: {done,7} lines archived, {small} small and {large} large months so far, {waits.Count,3} small checks p50 {SmallMonthMeasurement.Quantile(waits, 0.5):0.00} s p95 {SmallMonthMeasurement.Quantile(waits, 0.95):0.00} s, app {app.Megabytes():0} MB (peak {app.PeakMegabytes:0}), storage peak {app.StoragePeakMegabytes:0} MB, sent away {MeasuredBook.SentAway}");
    }

    public string TellAll(RunningApp app) => string.Create(
        CultureInfo.InvariantCulture,
        $"{small} small and {large} large months, {lines} lines, {repaired} repairs, {archives.Count} archives intact, no job given up; small checks p50 {SmallMonthMeasurement.Quantile(allChecks, 0.5):0.00} s, p95 {SmallMonthMeasurement.Quantile(allChecks, 0.95):0.00} s, most {SmallMonthMeasurement.Quantile(allChecks, 1):0.00} s; app {app.CpuSeconds:0} CPU s, peak {app.PeakMegabytes:0} MB");
}
