using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Where printed books are asked for.</summary>
public sealed class PrintDesk(MonthFinder months, JobDesk jobs)
{
    private const long PageMost = 9_999_999;

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="book"><c>journal</c>, <c>ledger</c> or <c>trial-balance</c>.</param>
    /// <param name="format"><c>pdf</c> or <c>xlsx</c>; absent: pdf.</param>
    /// <param name="firstPage">Number of the first page, as on the sheets the notary approved; absent: after the last page of the month before.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotencyKey">The caller's key for the request.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Job>> AskAsync(string company, string branch, string period, string? book, string? format, long? firstPage, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (PrintedBooks.Find(book) is not { } known)
            return Refusals.InvalidPrint($"\"{book}\" yazdırılabilen bir defter değil. Yazdırılabilenler: {string.Join(", ", PrintedBooks.Words)}.");
        if (FormatOf(format) is not { } made)
            return Refusals.InvalidPrint($"\"{format}\" bir baskı biçimi değil. Biçim pdf ya da xlsx olmalıdır.");
        if (firstPage is < 1 or > PageMost)
            return Refusals.InvalidPrint($"İlk sayfa numarası 1 ile {PageMost} arasında olmalıdır.");
        if (firstPage is not null && made == PrintFormat.Xlsx)
            return Refusals.InvalidPrint("Çalışma kitabının sayfa numarası yoktur; xlsx isterken \"firstPage\" alanını göndermeyin.");
        if (WhyNot(month.Value, known) is { } refusal)
            return refusal;
        return await jobs.AskAsync(PrintWork.KindWord, month.Value, new PrintJobRequest(month.Value.Period, known, made, firstPage), actor, idempotencyKey, cancellationToken);
    }

    internal static Refusal? WhyNot(BookMonth month, PrintedBook book) => month.Head.Numbering switch
    {
        null => Refusals.NotNumbered(month.Period),
        // A month without entries still has a trial balance: what the earlier months left.
        { Numbers.Vouchers: 0 } when book != PrintedBook.TrialBalance => Refusals.NothingToPrint(month.Period),
        _ => null,
    };

    private static PrintFormat? FormatOf(string? format) => format switch
    {
        null or "pdf" => PrintFormat.Pdf,
        "xlsx" => PrintFormat.Xlsx,
        _ => null,
    };
}
