using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>The checking job. A month that moves while it is read is read again.</summary>
public sealed class CheckWork(BookFinder books, MonthFinder months, MonthCheck monthCheck, PartedCheck partedCheck, RangeCheck rangeCheck, AcknowledgedReports reports) : IJobWork
{
    public const string KindWord = "check";

    private const int ReadingsMost = 5;

    public string Kind => KindWord;

    public bool IsAudited => false;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<CheckRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (request.Period is not { } period)
            return await EndAsync(book.Value, await rangeCheck.RunAsync(book.Value, request.From!.Value, request.To!.Value, progress, cancellationToken), cancellationToken);
        if (MonthFinder.YearOf(book.Value.Company, period) is null)
            return await EndAsync(book.Value, await rangeCheck.RunAsync(book.Value, period.FirstDay, period.LastDay, progress, cancellationToken), cancellationToken);
        for (var reading = 1; ; reading++)
        {
            var month = await months.FindAsync(book.Value, period, cancellationToken);
            if (month.IsRefused)
                return month.Refusal;
            var step = await AdvanceAsync(month.Value, progress, cancellationToken);
            if (!step.IsRefused)
                return step.Value.Report is { } report ? await EndAsync(book.Value, report, cancellationToken) : JobEnd.InParts;
            if (reading == ReadingsMost || step.Refusal.Type != "revision-moved")
                return step.Refusal;
        }
    }

    private async Task<Outcome<CheckStep>> AdvanceAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        if (partedCheck.Divides(month))
            return await partedCheck.AdvanceAsync(month, progress, cancellationToken);
        var report = await monthCheck.RunAsync(month, progress, cancellationToken);
        return report.IsRefused ? report.Refusal : new CheckStep(report.Value);
    }

    private async Task<JobEnd> EndAsync(Book book, CheckReport report, CancellationToken cancellationToken) =>
        JobEnd.With(await reports.CountAsync(book, report, cancellationToken) with { FindingsBlob = null, InOrder = null });
}
