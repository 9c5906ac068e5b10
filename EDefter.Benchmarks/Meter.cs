using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>CPU seconds (user + system, all threads), wall seconds and peak memory of this process, told in one line.</summary>
internal sealed class Meter
{
    private readonly TimeSpan cpu = Environment.CpuUsage.TotalTime;
    private readonly long started = Stopwatch.GetTimestamp();

    /// <summary>CPU seconds since the meter was made.</summary>
    public double Cpu => (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;

    /// <summary>Seconds since the meter was made.</summary>
    public double Wall => Stopwatch.GetElapsedTime(started).TotalSeconds;

    /// <summary>Most that this process ever had resident, MB (10⁶ bytes).</summary>
    public static double PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    public void Tell(string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Cpu:0.00} CPU s, {Wall:0.00} s, peak {PeakMegabytes:0} MB"));

    /// <summary>What was measured up to now.</summary>
    public Figures Read(long lines) => new(lines, Cpu, Wall, PeakMegabytes);
}
