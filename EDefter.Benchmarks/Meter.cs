using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>CPU seconds (user + system, all threads), wall seconds and peak memory of this process, told in one line.</summary>
internal sealed class Meter
{
    private readonly TimeSpan cpu = CpuNow();
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>CPU seconds since the meter was made.</summary>
    public double Cpu => (CpuNow() - cpu).TotalSeconds;

    public void Tell(string what)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Cpu:0.00} CPU s, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, peak {process.PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static TimeSpan CpuNow()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
