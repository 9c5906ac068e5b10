using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>
/// One numbering run at a time per book, so that a second person is told at once who is numbering (NUM008). The commit would be safe
/// without it; a lease that a dead process left behind runs out, and the same job may always take its own lease again.
/// </summary>
public sealed class NumberLease(IVoucherLog log, TimeProvider clock)
{
    private const string Key = "lease|number";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <returns>Null when taken; else who holds it.</returns>
    public async Task<Refusal?> TakeAsync(BookMonth month, Job job, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var note = await FindAsync(month, cancellationToken);
            var held = note is null ? null : WireJson.Read<Holder>(note.Json);
            if (held is not null && held.Until > now && !string.Equals(held.Job, job.Id, StringComparison.Ordinal))
                return RefusalOf(month, held);
            if (await WriteAsync(month, note, new Holder(job.Id, job.Actor.By, now, now + Life), cancellationToken))
                return null;
        }
    }

    public async Task ReturnAsync(BookMonth month, Job job, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Losing the write means that somebody has taken the lease after it ran out, and then it is theirs: only another look can tell.
            var note = await FindAsync(month, cancellationToken);
            if (note is null || WireJson.Read<Holder>(note.Json) is not { } held || !string.Equals(held.Job, job.Id, StringComparison.Ordinal))
                return;
            if (await WriteAsync(month, note, held with { Until = clock.GetUtcNow() }, cancellationToken))
                return;
        }
    }

    private async Task<BookNote?> FindAsync(BookMonth month, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, Key, cancellationToken))
            return note;
        return null;
    }

    private Task<bool> WriteAsync(BookMonth month, BookNote? note, Holder holder, CancellationToken cancellationToken) =>
        log.WriteNoteAsync(month.Book.Id, month.Year, new BookNote(Key, WireJson.Write(holder), note?.Version), cancellationToken);

    private static Refusal RefusalOf(BookMonth month, Holder held) =>
        Refusals.Of("NUM008", "numbering-runs", 409, month.Period, ("kullanici", held.By), ("saat", TurkishDay.TimeOf(held.Since)));

    private sealed record Holder(string Job, string By, DateTimeOffset Since, DateTimeOffset Until);
}
