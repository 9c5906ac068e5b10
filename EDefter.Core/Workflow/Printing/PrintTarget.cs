using System.Globalization;
using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Where a book's files go: a blob per volume of a PDF as it is finished, or one blob that a workbook is streamed into. Each is read back before it counts.</summary>
internal sealed class PrintTarget : IAsyncDisposable
{
    private const string PdfType = "application/pdf";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly IBlobs blobs;
    private readonly PrintHeading heading;
    private readonly BookId book;
    private readonly string folder;
    private readonly List<PrintedFile> files = [];
    private Stream? blob;
    private ForwardStream? workbook;
    private IPdfBook? pdf;
    private IWorkbookBook? sheets;

    private PrintTarget(IBlobs blobs, PrintHeading heading, BookId book, string folder)
    {
        this.blobs = blobs;
        this.heading = heading;
        this.book = book;
        this.folder = folder;
    }

    /// <summary>What a workbook is written into; null for a PDF.</summary>
    public Stream? Workbook => workbook;

    public static PrintTarget ForPdf(IBlobs blobs, PrintHeading heading, BookId book, string folder) => new(blobs, heading, book, folder);

    public static async Task<PrintTarget> ForWorkbookAsync(IBlobs blobs, PrintHeading heading, BookId book, string folder, CancellationToken cancellationToken)
    {
        var target = new PrintTarget(blobs, heading, book, folder);
        target.blob = await blobs.CreateAsync(BlobArea.Prints, target.BlobOf(target.WorkbookName), WorkbookType, cancellationToken);
        target.workbook = new ForwardStream(target.blob);
        return target;
    }

    /// <summary>Takes what a book has finished from now on; the book stays its writer's to close.</summary>
    public void Take(IDisposable book)
    {
        pdf = book as IPdfBook;
        sheets = book as IWorkbookBook;
    }

    private IReadOnlyList<ShownByCode>? ShownByCode => pdf?.ShownByCode is { Count: > 0 } shown ? shown : null;

    /// <summary>Saves the volumes that are finished.</summary>
    public async ValueTask SaveAsync(CancellationToken cancellationToken)
    {
        while (pdf is not null && pdf.TryTake(out var volume))
            await SaveAsync(volume, cancellationToken);
    }

    /// <summary>Ends the workbook's blob and reads every file back.</summary>
    public async Task<PrintedBookFiles> CompleteAsync(CancellationToken cancellationToken)
    {
        if (workbook is not null)
            await EndWorkbookAsync();
        foreach (var file in files)
            await ReadBackAsync(file, cancellationToken);
        return new PrintedBookFiles(files, ShownByCode);
    }

    public async ValueTask DisposeAsync()
    {
        workbook?.Dispose();
        if (blob is not null)
            await blob.DisposeAsync();
    }

    private string WorkbookName => PrintedBooks.File(heading.Book) + ".xlsx";

    private async Task SaveAsync(PrintedVolume volume, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{PrintedBooks.File(heading.Book)}-{volume.Number}.pdf");
        await using (var stream = await blobs.CreateAsync(BlobArea.Prints, BlobOf(name), PdfType, cancellationToken))
            await stream.WriteAsync(volume.File, cancellationToken);
        files.Add(FileOf(name, volume.File.Length, volume.Sha256, volume.Content) with { Pages = volume.Pages, FirstPage = volume.FirstPage, LastPage = volume.LastPage });
    }

    private async Task EndWorkbookAsync()
    {
        await blob!.DisposeAsync();
        blob = null;
        var sha256 = workbook!.EndHash();
        files.Add(FileOf(WorkbookName, workbook.Bytes, sha256, sheets!.Content));
    }

    private PrintedFile FileOf(string name, long bytes, string sha256, string content) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{book.Company}-{book.Branch}-{heading.Period}-{name}"),
        Blob = BlobOf(name),
        Bytes = bytes,
        Sha256 = sha256,
        Content = content,
    };

    private string BlobOf(string name) => folder + "/" + name;

    private async Task ReadBackAsync(PrintedFile file, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenAsync(BlobArea.Prints, file.Blob, cancellationToken) ?? throw new InvalidDataException($"The print {file.Blob} was not written.");
        if (!string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)), file.Sha256, StringComparison.Ordinal))
            throw new InvalidDataException($"The print {file.Blob} was read back with another hash than it was written with.");
    }
}
