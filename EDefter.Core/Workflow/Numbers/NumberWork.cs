using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>
/// The job that numbers a month: one head row, written conditionally on everything it was worked out from. Nothing else is written, so
/// there is nothing half-done after a crash; run again, it finds its own numbers.
/// </summary>
public sealed class NumberWork(BookFinder books, MonthFinder months, MonthNumberer numberer, NumberLease lease, Snapshots snapshots, IVoucherLog log, TimeProvider clock) : IJobWork
{
    public const string KindWord = "number";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<NumberRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var found = await months.FindAsync(book.Value, request.Period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        if (await FindGivenAsync(month, job, cancellationToken) is { } given)
        {
            // A process that died after the numbers and before this left the lease behind, and the next month would wait for it.
            await lease.ReturnAsync(month, job, cancellationToken);
            return JobEnd.With(given);
        }

        var taken = await lease.TakeAsync(month, job, cancellationToken);
        if (taken.IsRefused)
            return taken.Refusal;
        try
        {
            return await NumberAsync(month, request, job, taken.Value, progress, cancellationToken);
        }
        finally
        {
            // Whatever the end was, cancelled on request too: the next person must not wait for a run that is over.
            await lease.ReturnAsync(month, job, CancellationToken.None);
        }
    }

    // What this very asking has given is its answer for good: somebody may have taken the numbers back since, and a late delivery must not give them again.
    private async Task<NumberResult?> FindGivenAsync(BookMonth month, Job job, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, KeyOf(month.Period, job), cancellationToken))
            return WireJson.Read<NumberResult>(note.Json);
        return month.Head.Numbering is { } stamp && IsAnswerTo(job, month.Head, stamp) ? NumberResult.Of(month.Period, stamp.Numbers) : null;
    }

    private static string KeyOf(Period period, Job job) => $"numbered|{period}|{job.Asking}|";

    // Whoever numbered the month has what he asks for. Once it is filed he is told that instead, unless these are the numbers of this very asking.
    private static bool IsAnswerTo(Job job, MonthHead head, NumberingStamp stamp) =>
        string.Equals(stamp.By, job.Actor.By, StringComparison.Ordinal) && (head.Filed is null || stamp.At >= job.QueuedAt);

    private async Task<Outcome<JobEnd>> NumberAsync(BookMonth month, NumberRequest request, Job job, BookNote taken, JobProgress progress, CancellationToken cancellationToken)
    {
        if (request.Revision is { } expected && expected != month.Head.Revision)
            return Refusals.PreconditionFailed(month.Period, expected, month.Head.Revision);
        var numbers = await numberer.NumberAsync(month, progress, cancellationToken);
        // Another delivery of the same asking may have moved the month, by giving the very numbers.
        if (numbers.IsRefused)
            return await FindGivenAsync(month, job, cancellationToken) is { } meanwhile ? JobEnd.With(meanwhile) : numbers.Refusal;
        if (request.Order is { } shown && !string.Equals(shown, numbers.Value.Numbers.Order, StringComparison.Ordinal))
            return NumberGuard.ChangedSinceRefusal(month.Period, contents: null);
        var stamp = new NumberingStamp
        {
            Numbers = numbers.Value.Numbers,
            Revision = month.Head.Revision + 1,
            By = job.Actor.By,
            At = clock.GetUtcNow(),
            Contents = numbers.Value.Contents.Hash,
            Sequence = numbers.Value.Contents.Sequence,
            CompanySnapshot = await snapshots.KeepCompanyAsync(month.Book.Company, cancellationToken),
            ChartSnapshot = await snapshots.KeepChartAsync(month.Book.Company.Id, numbers.Value.Chart, cancellationToken),
        };
        await progress.ReportAsync("Numaralar yazılıyor", 1, 1, cancellationToken);
        var result = NumberResult.Of(month.Period, stamp.Numbers);
        var committed = await log.ChangeHeadAsync(CommitOf(month, stamp, job, taken, result), cancellationToken);
        if (!committed.IsRefused || await IsOursAsync(month, stamp, cancellationToken))
            return JobEnd.With(result);
        // Another delivery of the same asking may have been faster.
        return await FindGivenAsync(month, job, cancellationToken) is { } given
            ? JobEnd.With(given)
            : await NameChangedAsync(month, stamp, committed.Refusal, cancellationToken);
    }

    // "The month moved" is better told with the voucher that moved it (FIS015); what else moves a month has no voucher to name.
    private async Task<Refusal> NameChangedAsync(BookMonth month, NumberingStamp stamp, Refusal refusal, CancellationToken cancellationToken)
    {
        if (!string.Equals(refusal.Type, "revision-moved", StringComparison.Ordinal))
            return refusal;
        var contents = await log.ReadContentsAsync(month.Book.Id, month.Year, month.Period, stamp.Sequence ?? long.MaxValue, cancellationToken);
        return contents.NewerCount > 0 ? NumberGuard.ChangedSinceRefusal(month.Period, contents) : refusal;
    }

    // The same person has asked twice: the very same numbers stand.
    private async Task<bool> IsOursAsync(BookMonth month, NumberingStamp stamp, CancellationToken cancellationToken) =>
        (await log.ReadHeadsAsync(month.Book.Id, month.Year, cancellationToken)).GetValueOrDefault(month.Period)?.Numbering is { } standing
        && string.Equals(standing.Numbers.Chain, stamp.Numbers.Chain, StringComparison.Ordinal)
        && string.Equals(standing.By, stamp.By, StringComparison.Ordinal);

    private static HeadChange CommitOf(BookMonth month, NumberingStamp stamp, Job job, BookNote taken, NumberResult result) => new()
    {
        Book = month.Book.Id,
        Year = month.Year,
        Period = month.Period,
        Kind = CommitKind.Number,
        Actor = job.Actor,
        At = stamp.At,
        Notes = [new BookNote(KeyOf(month.Period, job), WireJson.Write(result), Version: null), NumberLease.Returned(taken, stamp.At)],
        Decide = heads =>
        {
            if (NumberGate.WhyNotNumber(month.Book.Company, month.Year, month.Period, heads) is { } refusal)
                return refusal;
            var head = heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period);
            if (head.Revision != month.Head.Revision)
                return Refusals.RevisionMoved(month.Period, month.Head.Revision, head.Revision);
            var previous = heads.GetValueOrDefault(month.Period.Previous)?.Numbering?.Numbers.Chain;
            var isFirst = NumberGate.BeginsNumbers(month.Book.Company, month.Year, month.Period, heads);
            if (!isFirst && !string.Equals(previous, stamp.Numbers.Previous, StringComparison.Ordinal))
                return Refusals.RevisionMoved(month.Period.Previous, month.Heads[month.Period.Previous].Revision, heads[month.Period.Previous].Revision);
            return head.Moved() with { Numbering = stamp, Archives = [] };
        },
    };
}
