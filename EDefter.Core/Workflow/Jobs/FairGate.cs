namespace EDefter.Core.Workflow.Jobs;

/// <summary>
/// So many places for heavy work in one process. Who waits is let in by turns of companies: the one that has the fewest places comes first, and among those whoever
/// waits longest. One company alone may have all places; it gives them up one by one when others come.
/// </summary>
public sealed class FairGate(int places, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> inside = new(StringComparer.Ordinal);

    // Invariant: nobody waits while a place is free.
    private readonly List<Waiter> waiting = [];
    private int free = places > 0 ? places : throw new ArgumentOutOfRangeException(nameof(places), places, "A gate has a place.");

    /// <summary>Waits for a place.</summary>
    /// <param name="company">Who asks.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>The place, left by disposing of it; null when none was free in time.</returns>
    public async Task<IDisposable?> EnterAsync(string company, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(company);
        lock (gate)
        {
            if (free > 0)
                Admit(waiter);
            else
                waiting.Add(waiter);
        }

        try
        {
            await waiter.Admitted.Task.WaitAsync(patience, clock, cancellationToken);
            return new Place(this, company);
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            if (!Withdraw(waiter))
                Leave(company);
            if (end is OperationCanceledException)
                throw;
            return null;
        }
    }

    private bool Withdraw(Waiter waiter)
    {
        lock (gate)
            return waiting.Remove(waiter);
    }

    // Inside the lock.
    private void Admit(Waiter waiter)
    {
        free--;
        inside[waiter.Company] = inside.GetValueOrDefault(waiter.Company) + 1;
        waiter.Admitted.SetResult();
    }

    private void Leave(string company)
    {
        lock (gate)
        {
            free++;
            if (--inside[company] == 0)
                inside.Remove(company);
            if (waiting.MinBy(waiter => inside.GetValueOrDefault(waiter.Company)) is not { } next)
                return;
            waiting.Remove(next);
            Admit(next);
        }
    }

    private sealed class Waiter(string company)
    {
        public string Company => company;

        // Continued elsewhere: it is set inside the lock.
        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(FairGate gate, string company) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                gate.Leave(company);
        }
    }
}
