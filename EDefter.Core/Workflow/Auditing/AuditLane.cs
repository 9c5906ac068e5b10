using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>The writer of one trail in this process. It remembers where the trail ended, and looks anew only when another process has written.</summary>
internal sealed class AuditLane(string trail, IAuditLog log)
{
    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = [];
    private bool isWriting;
    private AuditHead? head;
    private string? version;

    /// <summary>Ends when the entry is written. Whoever gives up before leaves his entry behind, and it is written all the same.</summary>
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var mine = new Waiting(entry);
        lock (gate)
        {
            queue.Enqueue(mine);
            if (isWriting)
                return mine.Written.Task.WaitAsync(cancellationToken);
            isWriting = true;
        }

        _ = WriteAllAsync();
        return mine.Written.Task.WaitAsync(cancellationToken);
    }

    // Until nobody waits. A fault is told to those whose entries it met; the others are tried anew.
    private async Task WriteAllAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            var writing = WriteAsync([.. batch.Select(waiting => waiting.Entry)], CancellationToken.None);
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            // Whether it was written is not known after a fault: the next look tells.
            if (!writing.IsCompletedSuccessfully)
                head = null;
            foreach (var waiting in batch)
            {
                if (writing.IsCompletedSuccessfully)
                    waiting.Written.SetResult();
                else
                    waiting.Written.SetException(writing.Exception?.InnerException ?? new TimeoutException($"The audit trail {trail} could not be written in time."));
            }
        }
    }

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        lock (gate)
        {
            while (batch.Count < IAuditLog.LinesMost && queue.TryDequeue(out var next))
                batch.Add(next);
            isWriting = batch.Count > 0;
        }

        return batch;
    }

    private async Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (head is null)
                await LookAsync(cancellationToken);
            var lines = AuditChain.Link(trail, head!, entries);
            if (await log.AppendAsync(trail, version, lines, cancellationToken) is { } written)
            {
                (head, version) = (written.Value, written.Version);
                return;
            }

            await VerifyEndAsync(cancellationToken);
        }
    }

    // Another process was faster, and the end has moved. Where it has not, and yet its next place is taken, nobody but a forger has written.
    private async Task VerifyEndAsync(CancellationToken cancellationToken)
    {
        var before = version;
        var taken = false;
        await LookAsync(cancellationToken);
        await foreach (var line in log.ReadAsync(trail, head!.Sequence, cancellationToken))
        {
            taken = true;
            break;
        }

        await LookAsync(cancellationToken);
        if (taken && string.Equals(version, before, StringComparison.Ordinal))
            throw new InvalidDataException($"The audit trail {trail} holds a record behind its end, at {head!.Sequence + 1}.");
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
