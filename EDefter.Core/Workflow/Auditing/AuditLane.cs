using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>The writer of one trail in this process. It remembers where the trail ended, and looks anew only when another process has written.</summary>
internal sealed class AuditLane(string trail, IAuditLog log)
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];
    private AuditHead? head;
    private string? version;

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var mine = new Waiting(entry);
        lock (gate)
            queue.Enqueue(mine);
        await writing.WaitAsync(cancellationToken);
        try
        {
            while (!mine.Written.Task.IsCompleted)
                await WriteAsync(Take(), cancellationToken);
        }
        finally
        {
            writing.Release();
        }

        await mine.Written.Task;
    }

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        lock (gate)
        {
            while (batch.Count < IAuditLog.LinesMost && queue.TryDequeue(out var next))
                batch.Add(next);
        }

        return batch;
    }

    private async Task WriteAsync(List<Waiting> batch, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync([.. batch.Select(waiting => waiting.Entry)], cancellationToken);
            foreach (var waiting in batch)
                waiting.Written.SetResult();
        }
        catch (Exception fault)
        {
            // Whether it was written is not known: the next look tells.
            head = null;
            foreach (var waiting in batch)
                waiting.Written.SetException(fault);
        }
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        string? lost = null;
        while (true)
        {
            if (head is null)
                await LookAsync(cancellationToken);
            // The end stands where it stood, and yet its next place is taken: nobody but a forger writes there.
            if (lost is not null && lost == (version ?? string.Empty))
                throw new InvalidDataException($"The audit trail {trail} holds a record behind its end, at {head!.Sequence + 1}.");
            var lines = AuditChain.Link(trail, head!, entries);
            if (await log.AppendAsync(trail, version, lines, cancellationToken) is { } written)
            {
                (head, version) = (new AuditHead(lines[^1].Sequence, lines[^1].Hash), written);
                return;
            }

            lost = version ?? string.Empty;
            head = null;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var found = await log.FindHeadAsync(trail, cancellationToken);
        (head, version) = (found?.Value ?? AuditHead.Empty, found?.Version);
    }

    private sealed class Waiting(AuditEntry entry)
    {
        public AuditEntry Entry => entry;

        // Continued elsewhere: it is set by whoever holds the pen.
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
