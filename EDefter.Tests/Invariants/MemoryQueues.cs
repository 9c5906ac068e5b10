namespace EDefter.Tests.Invariants;

/// <summary>
/// Messages that survive their processes. A message leaves its queue only when its function has ended, so the message that a dead process
/// was working on is delivered again (a lease that ran out).
/// </summary>
internal sealed class MemoryQueues
{
    public const string Jobs = "jobs";
    public const string ArchiveWork = "archive-work";
    public const string ArchiveFinalise = "archive-finalise";

    private readonly List<Message> messages = [];

    /// <summary>The next message that nobody works on.</summary>
    public Message? Next() => messages.Find(static message => !message.IsOut);

    public void Send(string queue, string body, Fuse fuse)
    {
        fuse.Check();
        messages.Add(new Message(queue, body));
        fuse.Spend();
    }

    public void Delete(Message message, Fuse fuse)
    {
        fuse.Check();
        messages.Remove(message);
        fuse.Spend();
    }

    /// <summary>One message, with the number of times it was handed out.</summary>
    internal sealed class Message(string queue, string body)
    {
        public string Queue => queue;

        public string Body => body;

        public int Deliveries { get; set; }

        /// <summary>Somebody works on it: whoever acts meanwhile in a process of his own does not see it.</summary>
        public bool IsOut { get; set; }
    }
}
