using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>
/// One numbering run at a time per book, so that a second person is told at once who is numbering (NUM008). A lease that a dead process left
/// behind runs out, and a later delivery of the same job takes it at once. The numbers' transaction gives it back: whoever lost it meanwhile gives
/// no numbers, so that what its successor found out, and told, still holds.
/// </summary>
public sealed class NumberLease(IVoucherLog log, TimeProvider clock)
{
    private const string Key = "lease|number";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <returns>The lease as it was taken, or who holds it.</returns>
    /// <exception cref="JobSupersededException">A later delivery of the same job has it.</exception>
    public async Task<Outcome<BookNote>> TakeAsync(BookMonth month, Job job, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var note = await FindAsync(month, cancellationToken);
            var held = note is null ? null : WireJson.Read<Holder>(note.Json);
            if (held is not null && held.Until > now && !held.IsOf(job))
                return RefusalOf(month, held);
            if (held?.IsLaterThan(job) == true)
                throw new JobSupersededException(job.Id);
            var mine = WireJson.Write(new Holder(job.Id, job.Actor.By, now, now + Life, job.Run, job.Attempts));
            // Read back for its version; somebody may have taken it already.
            if (await WriteAsync(month, note, mine, cancellationToken) && await FindAsync(month, cancellationToken) is { } taken && string.Equals(taken.Json, mine, StringComparison.Ordinal))
                return taken;
        }
    }

    /// <summary>The lease given back, for the transaction of what it was taken for.</summary>
    public static BookNote Returned(BookNote taken, DateTimeOffset at) => taken with { Json = WireJson.Write(WireJson.Read<Holder>(taken.Json) with { Until = at }) };

    public async Task ReturnAsync(BookMonth month, Job job, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Losing the write means that somebody has taken the lease after it ran out, and then it is theirs: only another look can tell.
            var note = await FindAsync(month, cancellationToken);
            if (note is null || WireJson.Read<Holder>(note.Json) is not { } held || !held.IsOf(job) || held.IsLaterThan(job))
                return;
            var now = clock.GetUtcNow();
            if (held.Until <= now || await WriteAsync(month, note, WireJson.Write(held with { Until = now }), cancellationToken))
                return;
        }
    }

    private async Task<BookNote?> FindAsync(BookMonth month, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, Key, cancellationToken))
            return note;
        return null;
    }

    private Task<bool> WriteAsync(BookMonth month, BookNote? note, string holder, CancellationToken cancellationToken) =>
        log.WriteNoteAsync(month.Book.Id, month.Year, new BookNote(Key, holder, note?.Version), cancellationToken);

    private static Refusal RefusalOf(BookMonth month, Holder held) =>
        Refusals.Of("NUM008", "numbering-runs", 409, month.Period, ("kullanici", held.By), ("saat", TurkishDay.TimeOf(held.Since)));

    // Run and attempts tell deliveries of one job from each other: one that was overtaken must neither take the lease from its successor nor give it back for him.
    private sealed record Holder(string Job, string By, DateTimeOffset Since, DateTimeOffset Until, int Run = 0, int Attempts = 0)
    {
        public bool IsOf(Job job) => string.Equals(Job, job.Id, StringComparison.Ordinal);

        public bool IsLaterThan(Job job) => IsOf(job) && (Run, Attempts).CompareTo((job.Run, job.Attempts)) > 0;
    }
}
