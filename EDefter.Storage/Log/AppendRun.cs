using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// One request's way into the log. Rows are judged against the log as they arrive (<see cref="AppendJudge"/>) and staged as chunks that nobody sees;
/// then each fiscal year gets one conditional transaction (<see cref="AppendSubmission"/>). Where another writer came first and what was judged no
/// longer holds, what was staged is read back and judged again.
/// </summary>
internal sealed class AppendRun
{
    private readonly LogStore store;
    private readonly AppendRequest request;
    private readonly Part[] parts;
    private readonly Received received = new();
    private readonly AppendJudge judge;
    private readonly AppendSubmission submission;

    /// <param name="store">The log.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="parts">Every partition of the book, fiscal years in order and the drawer last.</param>
    /// <param name="isSettling">The vouchers come from the drawer and keep their kind and what the ERP sent.</param>
    public AppendRun(LogStore store, AppendRequest request, IReadOnlyList<Part> parts, bool isSettling)
    {
        this.store = store;
        this.request = request;
        this.parts = [.. parts];
        judge = new AppendJudge(store, request, this.parts, isSettling, received);
        submission = new AppendSubmission(store, request, judge);
    }

    private bool IsBound => request.ExpectedRevisions is not null;

    public async Task<AppendResult> RunAsync(IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken)
    {
        using var ended = received;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var ordinal = received.Next();
            if (row.Voucher is { } voucher)
                await judge.TakeAsync(voucher, row.Place, ordinal, cancellationToken);
            else
                received.Reject(row.Rejection!, ordinal);
        }

        foreach (var part in parts)
            await part.Staging.CompleteAsync(cancellationToken);
        using var turn = await store.TakeTurnAsync(request.Book, cancellationToken);
        return await CommitAsync(received.Identify(request, parts), isBehind: turn.HasWaited, cancellationToken);
    }

    private async Task<AppendResult> CommitAsync(string batch, bool isBehind, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not null)
            await AdoptAnswersAsync(batch, cancellationToken);
        var moved = new List<MonthRevision>();
        var notesPart = FindNotesPart();
        foreach (var part in parts)
        {
            if (part.Answer is not null || (!part.HasStaged && part != notesPart))
                continue;
            if (await CommitPartAsync(part, batch, withNotes: part == notesPart, isBehind, moved, cancellationToken) is { } refusal)
                return Refused(batch, refusal);
            isBehind = false;
        }

        if (IsBound && judge.SealedMonth is not null && parts.All(part => part.Answer is null))
            return Refused(batch, LogRefusals.SealedRefusal(judge.SealedMonth));
        await EndDoublesAsync(moved, cancellationToken);
        return Answer(batch, moved);
    }

    // New ids may have come to another fiscal year at the same moment; one that was found twice was left by somebody who died before he could look.
    private async Task EndDoublesAsync(List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        var doubles = new Doubles(store, request, parts);
        foreach (var arrived in judge.Arrivals.GroupBy(static entry => entry.Part, static entry => entry.Id))
            moved.AddRange(await doubles.EndAsync(arrived.Key, [.. arrived], cancellationToken));
    }

    private async Task AdoptAnswersAsync(string batch, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Where(part => part.IsAddressed || request.Notes.Count > 0))
            part.Answer ??= await BatchRows.FindAsync(store, part.Partition, batch, cancellationToken);
    }

    /// <summary>Notes go with the fiscal year that the act is bound to, else with the first that something is stored in.</summary>
    private Part? FindNotesPart()
    {
        if (request.Notes.Count == 0)
            return null;
        var bound = request.ExpectedRevisions?.Keys.Where(period => period != Drawer.Period).Order().Select(PartOf).FirstOrDefault();
        return bound ?? parts.FirstOrDefault(part => part.HasStaged) ?? parts.FirstOrDefault(part => part.Answer is not null)
            ?? throw new InvalidOperationException("Notes without a bound month and without a stored voucher belong to no fiscal year.");
    }

    private async Task<Refusal?> CommitPartAsync(Part part, string batch, bool withNotes, bool isBehind, List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (attempt > 0)
                await store.PauseAsync(part.Partition, attempt, cancellationToken);
            if (attempt > 0 || isBehind)
            {
                if (await CatchUpAsync(part, batch, withNotes, cancellationToken) is { } noteRefusal)
                    return noteRefusal;
            }

            if (part.Answer is not null)
                return null;
            if (part.NeedsRestage)
                await judge.RestageAsync(part, cancellationToken);
            if (Judge() is { } refusal)
                return refusal;
            if (!part.HasStaged && !withNotes)
                return null;
            try
            {
                await submission.SubmitAsync(part, batch, withNotes, moved, cancellationToken);
                return null;
            }
            catch (TableConflictException)
            {
                // Another writer came first: look again and judge again.
            }
        }
    }

    /// <summary>Bound acts are all or nothing: nothing may have moved or been sealed since the plan. Once a first fiscal year is written there is no way back.</summary>
    private Refusal? Judge()
    {
        if (!IsBound || parts.Any(part => part.Answer is not null))
            return null;
        foreach (var (period, expected) in request.ExpectedRevisions!)
        {
            var found = PartOf(period)?.State.Head(period)?.Revision ?? 0;
            if (found != expected)
                return LogRefusals.Moved(period, expected, found);
        }

        return judge.SealedMonth is null ? null : LogRefusals.SealedRefusal(judge.SealedMonth);
    }

    private Part? PartOf(Period period)
    {
        if (period == Drawer.Period)
            return parts[^1];
        // A month that is cut between two fiscal years belongs to the one that has written to it.
        var candidates = parts.Where(part => part.Year?.Contains(period) == true).ToList();
        return candidates.Find(part => part.State.Head(period) is not null) ?? candidates.FirstOrDefault();
    }

    /// <summary>Another writer came first: what do the partitions say now, was it this very batch that came first, and does everything judged still hold?</summary>
    private async Task<Refusal?> CatchUpAsync(Part part, string batch, bool withNotes, CancellationToken cancellationToken)
    {
        foreach (var other in parts)
        {
            other.State = await store.OpenForWriteAsync(other.Partition, cancellationToken);
            other.Index = await store.IndexAsync(other.State, periods: null, cancellationToken);
        }

        part.Answer = await BatchRows.FindAsync(store, part.Partition, batch, cancellationToken);
        // The others too were opened anew, and nothing else would make them look: also when this part turns out to be done already.
        foreach (var waiting in parts)
            waiting.NeedsRestage |= waiting.Answer is null && !judge.StillHolds(waiting);
        if (part.Answer is not null)
            return null;
        if (withNotes && await NoteRows.FindMovedAsync(store.Table, part.Partition, request.Notes, cancellationToken) is { } note)
            return LogRefusals.NoteMoved(note.Key);
        return null;
    }

    private AppendResult Refused(string batch, Refusal refusal) => new()
    {
        Batch = batch,
        Received = received.Rows,
        Stored = 0,
        Unchanged = 0,
        Rejected = [],
        Periods = [],
        Refusal = refusal,
    };

    private AppendResult Answer(string batch, List<MonthRevision> moved)
    {
        var rejected = received.Rejected.Concat(parts.SelectMany(part => part.Answer?.Rejected ?? part.Rejected)).OrderBy(row => row.Ordinal).Select(row => row.Row);
        var periods = parts.SelectMany(part => part.Answer?.Periods ?? []).Concat(moved)
            .GroupBy(month => month.Period).Select(month => month.MaxBy(revision => revision.Revision)!).OrderBy(month => month.Period);
        return new AppendResult
        {
            Batch = batch,
            Received = received.Rows,
            Stored = parts.Sum(part => part.Answer?.Stored ?? part.Skipped),
            Unchanged = parts.Sum(part => part.Answer?.Unchanged ?? part.Unchanged),
            Rejected = [.. rejected],
            Periods = [.. periods],
            Undated = parts.Sum(part => part.Answer?.Undated ?? 0),
            SupersededRepairs = [.. parts.SelectMany(part => part.Answer?.SupersededRepairs ?? [])],
        };
    }
}
