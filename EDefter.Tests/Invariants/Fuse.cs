using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants;

/// <summary>
/// The life of one process, counted in writes to tables, blobs and queues alike: it dies right after its last one. That write stands, its
/// answer is never seen, and nothing the process tries afterwards reaches the storage.
/// </summary>
internal sealed class Fuse(int writes)
{

    /// <summary>A process that lives for ever.</summary>
    public static Fuse None => new(int.MaxValue);

    public bool IsBurnt => Spent >= writes;

    /// <summary>Writes so far.</summary>
    public int Spent { get; private set; }

    /// <summary>Before anything that needs the process to live.</summary>
    /// <exception cref="KilledException">It is dead.</exception>
    public void Check()
    {
        if (IsBurnt)
            throw new KilledException();
    }

    /// <summary>After a write that stands.</summary>
    /// <exception cref="KilledException">It was the last one.</exception>
    public void Spend()
    {
        Spent++;
        Check();
    }
}
