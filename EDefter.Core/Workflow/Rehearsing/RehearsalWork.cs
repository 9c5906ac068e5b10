using EDefter.Core.Formats.Gib;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>The rehearsing job: the month is rendered and judged, the report is kept; the documents only when that was asked.</summary>
public sealed class RehearsalWork(BookFinder books, MonthFinder months, MonthRehearsal rehearsal, RehearsalSettlement settlement, RehearsalShelf shelf, ArchiveWork archives, ArchiveSteps archiving) : IJobWork
{
    public const string KindWord = "rehearse";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var asked = WireJson.Read<RehearsalRequest>(job.Request);
        var month = await FindAsync(job, asked, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var settings = await settlement.SettleAsync(month.Value, asked, cancellationToken);
        if (settings.IsRefused)
            return settings.Refusal;
        var report = await RehearseAsync(job, asked, month.Value, settings.Value, progress, cancellationToken);
        if (report.IsRefused)
            return report.Refusal;
        await shelf.KeepAsync(month.Value, report.Value, cancellationToken);
        return asked.Keep ? await KeepAsync(job, asked, report.Value, progress, cancellationToken) : JobEnd.With(report.Value);
    }

    private async Task<Outcome<BookMonth>> FindAsync(Job job, RehearsalRequest asked, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        return book.IsRefused ? book.Refusal : await months.FindAsync(book.Value, asked.Period, cancellationToken);
    }

    private async Task<Outcome<RehearsalReport>> RehearseAsync(Job job, RehearsalRequest asked, BookMonth month, RehearsalSettings settings, JobProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await rehearsal.RunAsync(month, settings, progress, cancellationToken);
        }
        catch (NumbersChangedException)
        {
            // The numbers may have been taken back while the month was being read.
            var now = await FindAsync(job, asked, cancellationToken);
            if (now.IsRefused)
                return now.Refusal;
            if (now.Value.Head.Revision != month.Head.Revision)
                return Refusals.RevisionMoved(asked.Period, month.Head.Revision, now.Value.Head.Revision);
            throw;
        }
    }

    // The draft is made by the very works that make it for who asks for an archive.
    private async Task<Outcome<JobEnd>> KeepAsync(Job job, RehearsalRequest asked, RehearsalReport report, JobProgress progress, CancellationToken cancellationToken)
    {
        var ordered = await archives.RunAsync(job with { Request = WireJson.Write(new ArchiveJobRequest(asked.Period, GibDraftProfile.Id, ProfileHash: null, asked.Parameters)) }, progress, cancellationToken);
        if (!ordered.IsRefused && ordered.Value.Message is { } order)
            ordered = await archiving.MakeAsync(job, WireJson.Read<ArchiveOrder>(order), progress, cancellationToken);
        return ordered.IsRefused ? ordered.Refusal : JobEnd.With(report with { Archive = WireJson.Read<ArchiveView>(ordered.Value.Result!) });
    }
}
