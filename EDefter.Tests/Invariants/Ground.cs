using EDefter.Core.Workflow.Checking;
using EDefter.Tests.Storage;
using EDefter.Tests.Webhooks;

namespace EDefter.Tests.Invariants;

/// <summary>Everything that survives a process: tables with the real service's limits, blobs, jobs, queues, and time.</summary>
internal sealed class Ground
{
    private int identities;

    public Ground(DateTimeOffset? now = null)
    {
        Clock = new ManualClock(now ?? new DateTimeOffset(2025, 2, 3, 9, 0, 0, TimeSpan.FromHours(3)));
        Jobs = new MemoryJobs(Queues);
    }

    public MemoryTable Books { get; } = new();

    public MemoryTable Companies { get; } = new();

    public MemoryTable Acknowledgements { get; } = new();

    public MemoryTable Audit { get; } = new();

    public MemoryTable Webhooks { get; } = new();

    public MemoryTable Keys { get; } = new();

    public MemoryHookMail HookMail { get; } = new();

    public ScriptedReceiver Receiver { get; } = new();

    public MemoryBlobs Blobs { get; } = new();

    public MemoryQueues Queues { get; } = new();

    public MemoryJobs Jobs { get; }

    public ManualClock Clock { get; }

    /// <summary>How large the parts of a check are here.</summary>
    public PartSize PartSize { get; init; } = PartSize.Standard;

    /// <summary>How many identities were given before.</summary>
    public int IdentitiesUsed
    {
        init => identities = value;
    }

    /// <summary>Every message is delivered twice, as a queue may.</summary>
    public bool DeliversTwice { get; init; }

    /// <summary>A fresh process that lives for ever.</summary>
    public Instance Start(Plant? plant = null) => new(this, Fuse.None, plant ?? new Plant());

    /// <summary>Never repeats on this ground.</summary>
    public Guid NewIdentity() => new(Interlocked.Increment(ref identities), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
