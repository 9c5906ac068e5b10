using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>The job that shows what numbering would give.</summary>
public sealed class PreviewWork(BookFinder books, MonthFinder months, MonthNumberer numberer) : IJobWork
{
    public const string KindWord = "number-preview";

    public string Kind => KindWord;

    public bool IsAudited => false;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<NumberRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var month = await months.FindAsync(book.Value, request.Period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var numbers = await numberer.NumberAsync(month.Value, progress, cancellationToken);
        return numbers.IsRefused ? numbers.Refusal : JobEnd.With(NumberResult.Of(request.Period, numbers.Value.Numbers));
    }
}
