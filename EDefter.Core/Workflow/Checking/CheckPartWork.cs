using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Checks some days of a month for the job that joins them (<see cref="PartedCheck"/>). It stamps nothing: nobody knows of it but that job.</summary>
public sealed class CheckPartWork(BookFinder books, MonthFinder months, CheckBasisReader bases, CheckContextReader contexts, CheckRun run) : IJobWork
{
    public const string KindWord = "check-part";

    public string Kind => KindWord;

    public bool IsAudited => false;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<CheckPartRequest>(job.Request);
        await progress.ReportAsync(CheckRun.Step, 0, request.Vouchers, cancellationToken);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var month = await months.FindAsync(book.Value, request.Period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var basis = await bases.ReadAsync(month.Value, cancellationToken);
        if (month.Value.Head.Revision != request.Revision || !string.Equals(basis.Hash, request.Basis, StringComparison.Ordinal))
            return Refusals.CheckOvertaken(request.Period);
        var context = await contexts.ReadAsync(month.Value, basis, request.AsOf, cancellationToken);
        var days = new YearPart(month.Value.Year, request.From, request.To);
        return JobEnd.With(await run.RunPartAsync(book.Value, context, days, new ReportName(request.Report), request.Vouchers, progress, cancellationToken));
    }
}
