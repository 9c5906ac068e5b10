using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Tells how far a printing job is.</summary>
internal sealed class PrintSteps(BookMonth month, PrintHeading heading, JobProgress progress)
{
    private readonly long toRead = PrintPages.Earlier(month).Append(month.Period).Sum(period => month.Heads[period].Numbering!.Numbers.Vouchers);
    private readonly long toWrite = heading.Book == PrintedBook.Ledger ? heading.Numbers.Lines : heading.Numbers.Vouchers;
    private long read;
    private long written;

    public Task ReadAsync(long entries, CancellationToken cancellationToken) => progress.ReportAsync("Hesaplar toplanıyor", read += entries, toRead, cancellationToken);

    public Task WrittenAsync(long count, CancellationToken cancellationToken) => progress.ReportAsync("Defter yazılıyor", written += count, toWrite, cancellationToken);
}
