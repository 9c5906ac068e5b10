namespace EDefter.LocalWorker.Hosting;

/// <summary>
/// How the local worker behaves where the Azure host has no setting for it. Tests change it by <c>services.Configure&lt;LocalWorkerOptions&gt;</c>,
/// a program may bind it to its configuration (<c>EDefterLocal:MessageLease=00:00:02</c>).
/// </summary>
public sealed class LocalWorkerOptions
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string Section = "EDefterLocal";

    /// <summary>
    /// How long a message that is being worked on stays hidden before it comes back (it is renewed at a quarter of it). The Azure host takes ten minutes; here a
    /// killed program's messages should come back soon. At least two seconds.
    /// </summary>
    public TimeSpan MessageLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The first pause after a queue was found empty; it doubles with every further empty look.</summary>
    public TimeSpan PollingFastest { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause; <c>maxPollingInterval</c> of host.json, when shorter, wins.</summary>
    public TimeSpan PollingSlowest { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a timer's lock outlives a killed program: 15 to 60 seconds (storage allows no others).</summary>
    public TimeSpan TimerLease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often an instance that does not hold a timer's lock asks for it.</summary>
    public TimeSpan TimerLeaseRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>On stopping: how long running functions may go on before they are cancelled.</summary>
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Where Azurite keeps its data; null = <c>.azurite</c> at the root of the repository.</summary>
    public string? AzuriteFolder { get; set; }

    /// <summary>The largest request body the Azure host lets through, in bytes.</summary>
    public long RequestBodyMax { get; set; } = 100 * 1024 * 1024;
}
