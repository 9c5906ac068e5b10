using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Print;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Printing;

/// <summary>
/// The printing job: the same month from the same page finds the print that exists; else the files are written, then the manifest, and the row
/// last, which makes it a print.
/// </summary>
public sealed class PrintWork(BookFinder books, MonthFinder months, Snapshots snapshots, PrintPages pages, NumberGuard guard, BookPrinting printing, PrintShelf shelf, IBlobs blobs, TimeProvider clock) : IJobWork
{
    public const string KindWord = "print";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var asked = WireJson.Read<PrintJobRequest>(job.Request);
        var month = await FindAsync(job, asked, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        foreach (var period in PrintPages.Earlier(month.Value).Append(asked.Period))
        {
            if (await guard.LookAsync(month.Value, period, cancellationToken) is { } broken)
                return broken;
        }

        var company = await snapshots.ReadCompanyAsync(month.Value.Head.Numbering!.CompanySnapshot, cancellationToken);
        var heading = await pages.HeadingAsync(month.Value, asked, company, cancellationToken);
        if (heading.IsRefused)
            return heading.Refusal;
        if (await shelf.AskAgainAsync(month.Value, heading.Value.Identity, job.Actor, cancellationToken) is { } existing)
            return JobEnd.With(await shelf.OpenAsync(existing, month.Value.Head, cancellationToken));
        // Each attempt of each job writes blobs of its own; the row that stands first names those that count.
        var folder = string.Create(CultureInfo.InvariantCulture, $"{month.Value.Book.Id}/{asked.Period}/{heading.Value.Identity}/{job.Id}-{progress.Job.Run}-{progress.Job.Attempts}");
        try
        {
            var printed = await printing.PrintAsync(month.Value, heading.Value, asked.Format, folder, progress, cancellationToken);
            return await KeepAsync(job, asked, month.Value, heading.Value, printed, folder, cancellationToken);
        }
        catch (NumbersChangedException)
        {
            if (await WhyMovedAsync(job, asked, month.Value, heading.Value, cancellationToken) is { } refusal)
                return refusal;
            throw;
        }
    }

    // The numbers may have been taken back while the book was being set.
    private async Task<Refusal?> WhyMovedAsync(Job job, PrintJobRequest asked, BookMonth month, PrintHeading heading, CancellationToken cancellationToken)
    {
        var now = await FindAsync(job, asked, cancellationToken);
        if (now.IsRefused)
            return now.Refusal;
        return string.Equals(now.Value.Head.Numbering!.Numbers.Chain, heading.Numbers.Chain, StringComparison.Ordinal) ? null : Refusals.RevisionMoved(asked.Period, month.Head.Revision, now.Value.Head.Revision);
    }

    private async Task<Outcome<JobEnd>> KeepAsync(Job job, PrintJobRequest asked, BookMonth month, PrintHeading heading, PrintedBookFiles printed, string folder, CancellationToken cancellationToken)
    {
        if (await WhyMovedAsync(job, asked, month, heading, cancellationToken) is { } refusal)
            return refusal;
        var record = RecordOf(job, asked, heading, printed, folder);
        await WriteManifestAsync(record, month, heading, cancellationToken);
        var kept = await shelf.KeepAsync(month, record, job.Actor, cancellationToken);
        return JobEnd.With(await shelf.OpenAsync(kept, month.Head, cancellationToken));
    }

    private async Task<Outcome<BookMonth>> FindAsync(Job job, PrintJobRequest asked, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var month = await months.FindAsync(book.Value, asked.Period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return PrintDesk.WhyNot(month.Value, asked.Book) is { } refusal ? refusal : month;
    }

    private PrintRecord RecordOf(Job job, PrintJobRequest asked, PrintHeading heading, PrintedBookFiles printed, string folder) => new()
    {
        Id = heading.Identity,
        Period = asked.Period,
        Book = asked.Book,
        Format = asked.Format,
        FirstPage = printed.Files[0].FirstPage,
        LastPage = printed.Files[^1].LastPage,
        FirstPageAsked = asked.FirstPage is not null,
        Files = printed.Files,
        ShownByCode = printed.ShownByCode,
        Manifest = folder + "/manifest.json",
        Chain = heading.Numbers.Chain,
        By = job.Actor.By,
        At = clock.GetUtcNow(),
    };

    private async Task WriteManifestAsync(PrintRecord record, BookMonth month, PrintHeading heading, CancellationToken cancellationToken)
    {
        var manifest = new PrintManifest
        {
            Id = record.Id,
            Software = new ManifestSoftware(FormatVersion.Software, FormatVersion.Product, FormatVersion.Writers),
            Company = month.Book.Company.Id,
            Branch = month.Book.Branch,
            Period = record.Period.ToString(),
            Revision = month.Head.Numbering!.Revision,
            Book = PrintedBooks.Word(record.Book),
            Kind = record.Format == PrintFormat.Pdf ? "pdf" : "xlsx",
            Numbers = ManifestNumbers.Of(heading.Numbers),
            FirstPage = record.FirstPage,
            LastPage = record.LastPage,
            Files = record.Files,
            ShownByCode = record.ShownByCode,
            Sealed = new ManifestSeal(record.By, record.At),
        };
        await using var blob = await blobs.CreateAsync(BlobArea.Prints, record.Manifest, "application/json", cancellationToken);
        await blob.WriteAsync(System.Text.Encoding.UTF8.GetBytes(WireJson.Write(manifest)), cancellationToken);
    }
}
