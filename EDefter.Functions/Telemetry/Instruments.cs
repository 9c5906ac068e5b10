using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EDefter.Functions.Telemetry;

/// <summary>
/// The one source of spans and the one meter of the program (docs/decisions/telemetry.md). What they are given is counts, seconds, and words out of closed lists (<see cref="Words"/>): an
/// attribute that names a company, a person, a voucher or an address has no place here, and a test reads all that is exported.
/// </summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "EDefter";

    // Seconds: requests are over in a moment; jobs and their waiting take up to the hour.
    private static readonly InstrumentAdvice<double> OfRequests = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 230] };
    private static readonly InstrumentAdvice<double> OfJobs = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] };

    private readonly Meter meter;

    /// <param name="name">Another one where several applications in one process must not hear each other.</param>
    public Instruments(string name = Name)
    {
        Source = new ActivitySource(name);
        meter = new Meter(name);
        RequestDuration = meter.CreateHistogram("http.server.request.duration", "s", "From the function's start until the answer is sent, by route and status.", tags: null, OfRequests);
        Refusals = meter.CreateCounter<long>("edefter.refusals", "{refusal}", "Refusals that were answered, by type.");
        QueueAge = meter.CreateHistogram("edefter.queue.age", "s", "How old a message is when it is delivered for the first time, by queue.", tags: null, OfJobs);
        JobWait = meter.CreateHistogram("edefter.job.wait", "s", "From asking for a job until it is begun, by lane.", tags: null, OfJobs);
        JobDuration = meter.CreateHistogram("edefter.job.duration", "s", "From a job's begin to its end, by kind and outcome.", tags: null, OfJobs);
        CheckedVouchers = meter.CreateCounter<long>("edefter.check.vouchers", "{voucher}", "Vouchers that checks have read.");
        CheckedLines = meter.CreateCounter<long>("edefter.check.lines", "{line}", "Lines that checks have read.");
        Findings = meter.CreateCounter<long>("edefter.check.findings", "{finding}", "Findings of checks, by rule and severity.");
        Vouchers = meter.CreateCounter<long>("edefter.vouchers", "{voucher}", "Vouchers that came to the log, by kind and by what became of them.");
        HookTries = meter.CreateCounter<long>("edefter.webhook.tries", "{try}", "Tries to tell a webhook something, by outcome.");
        MonthEnds = meter.CreateCounter<long>("edefter.month_ends", "{month_end}", "Month ends that are over, by outcome.");
    }

    public ActivitySource Source { get; }

    public Histogram<double> RequestDuration { get; }

    public Counter<long> Refusals { get; }

    public Histogram<double> QueueAge { get; }

    public Histogram<double> JobWait { get; }

    public Histogram<double> JobDuration { get; }

    public Counter<long> CheckedVouchers { get; }

    public Counter<long> CheckedLines { get; }

    public Counter<long> Findings { get; }

    public Counter<long> Vouchers { get; }

    public Counter<long> HookTries { get; }

    public Counter<long> MonthEnds { get; }

    /// <summary>Whether anybody listens; nothing is measured otherwise.</summary>
    public bool AreHeard => Source.HasListeners() || RequestDuration.Enabled;

    public void Dispose()
    {
        Source.Dispose();
        meter.Dispose();
    }
}
