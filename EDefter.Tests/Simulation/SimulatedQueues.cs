namespace EDefter.Tests.Simulation;

/// <summary>Queues that deliver at least once, in no order: a message may come late, twice, or again while somebody still works on it.</summary>
internal sealed class SimulatedQueues(Schedule schedule, Weather weather, Random random)
{
    // host.json's maxDequeueCount.
    private const int DeliveriesMost = 5;

    private readonly List<Message> messages = [];

    public bool IsEmpty => messages.Count == 0;

    public Task SendAsync(string queue, string body, StorageLine line) =>
        line.CallAsync(
            () =>
            {
                Send(queue, body);
                return Task.FromResult(true);
            },
            isWrite: true);

    public void Send(string queue, string body)
    {
        var copies = !weather.IsCalm && random.Next(40) == 0 ? 2 : 1;
        for (var n = 0; n < copies; n++)
            messages.Add(new Message(queue, body) { VisibleAt = schedule.Now + weather.Latency() });
    }

    /// <summary>Hides a message for a while and hands it out; null when there is none to be seen.</summary>
    public Receipt? Receive()
    {
        var visible = messages.FindAll(message => message.VisibleAt <= schedule.Now);
        if (visible.Count == 0)
            return null;
        var message = visible[random.Next(visible.Count)];
        message.VisibleAt = schedule.Now + weather.Lease;
        return new Receipt(message, ++message.Deliveries);
    }

    /// <summary>Takes the message away, unless it was handed to somebody else meanwhile.</summary>
    public void Delete(Receipt receipt)
    {
        if (receipt.IsCurrent)
            messages.Remove(receipt.Message);
    }

    /// <summary>Shows the message again at once.</summary>
    /// <returns>False when it was handed out as often as it may: it has gone to the poison queue.</returns>
    public bool GiveBack(Receipt receipt)
    {
        if (receipt.IsCurrent)
            receipt.Message.VisibleAt = schedule.Now;
        return receipt.Message.Deliveries < DeliveriesMost;
    }

    /// <summary>One handing out of a message.</summary>
    internal sealed record Receipt(Message Message, int Delivery)
    {
        public bool IsCurrent => Message.Deliveries == Delivery;
    }

    /// <summary>One message, with the number of times it was handed out.</summary>
    internal sealed class Message(string queue, string body)
    {
        public string Queue => queue;

        public string Body => body;

        public int Deliveries { get; set; }

        public DateTimeOffset VisibleAt { get; set; }
    }
}
