using System.Globalization;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Where finished prints stand: their rows, their files, and links to read them for a while.</summary>
public sealed class PrintShelf(MonthFinder months, IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <summary>The prints of a month, oldest first, without links.</summary>
    public async Task<Outcome<IReadOnlyList<PrintView>>> ListAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var records = await ReadAsync(month.Value, month.Value.Period, cancellationToken);
        return records.ConvertAll(record => ViewOf(record, month.Value.Head));
    }

    /// <summary>The yevmiye defteri that was printed last, open for reading.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="volume">Number of the volume; absent: the first.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<OpenPrint>> OpenJournalAsync(string company, string branch, string period, string? volume, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (PrintDesk.WhyNot(month.Value, PrintedBook.Journal) is { } refusal)
            return refusal;
        if (await LastAsync(month.Value, month.Value.Period, PrintedBook.Journal, cancellationToken) is not { } record)
            return Refusals.NotPrinted(month.Value.Period);
        var number = string.IsNullOrEmpty(volume) ? 1 : int.TryParse(volume, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        if (number < 1 || number > record.Files.Count)
            return Refusals.UnknownVolume(volume ?? string.Empty, record.Files.Count);
        var file = record.Files[number - 1];
        var content = await blobs.OpenAsync(BlobArea.Prints, file.Blob, cancellationToken) ?? throw new InvalidDataException($"The print {file.Blob} is missing.");
        return new OpenPrint(file.Name, file.Bytes, content);
    }

    /// <summary>The PDF of a book that was printed last of the numbers a month has now; null when there is none.</summary>
    internal async Task<PrintRecord?> LastAsync(BookMonth month, Period period, PrintedBook book, CancellationToken cancellationToken)
    {
        if (!month.Heads.TryGetValue(period, out var head))
            return null;
        var records = await ReadAsync(month, period, cancellationToken);
        return records.FindLast(record => record.Book == book && record.Format == PrintFormat.Pdf && IsCurrent(record, head));
    }

    /// <summary>Finds a print and notes that it was asked for again, which makes it the last one.</summary>
    internal async Task<PrintRecord?> AskAgainAsync(BookMonth month, string id, Actor actor, CancellationToken cancellationToken)
    {
        var key = KeyOf(month.Period, id);
        while (true)
        {
            if (await FindAsync(month, key, cancellationToken) is not { } note)
                return null;
            var record = WireJson.Read<PrintRecord>(note.Json) with { By = actor.By, At = clock.GetUtcNow() };
            if (await log.WriteNoteAsync(month.Book.Id, month.Year, note with { Json = WireJson.Write(record) }, cancellationToken))
                return record;
        }
    }

    /// <summary>Writes the row of a print; the one that stands first names the files that count.</summary>
    internal async Task<PrintRecord> KeepAsync(BookMonth month, PrintRecord record, Actor actor, CancellationToken cancellationToken)
    {
        var note = new BookNote(KeyOf(month.Period, record.Id), WireJson.Write(record), Version: null);
        if (await log.WriteNoteAsync(month.Book.Id, month.Year, note, cancellationToken))
            return record;
        return await AskAgainAsync(month, record.Id, actor, cancellationToken) ?? throw new InvalidDataException("A print's row was there and is gone; rows are never deleted.");
    }

    /// <summary>The print with links and its manifest.</summary>
    internal async Task<PrintView> OpenAsync(PrintRecord record, MonthHead head, CancellationToken cancellationToken)
    {
        var expiresAt = clock.GetUtcNow() + LinkLife;
        var files = new List<PrintFileView>();
        foreach (var file in record.Files)
            files.Add(ViewOf(file) with { Url = await blobs.LinkAsync(BlobArea.Prints, file.Blob, file.Name, expiresAt, cancellationToken) });
        await using var blob = await blobs.OpenAsync(BlobArea.Prints, record.Manifest, cancellationToken) ?? throw new InvalidDataException($"The manifest {record.Manifest} is missing.");
        var manifest = await JsonSerializer.DeserializeAsync<JsonElement>(blob, WireJson.Options, cancellationToken);
        return ViewOf(record, head) with { Files = files, ExpiresAt = expiresAt, Manifest = manifest };
    }

    private async Task<BookNote?> FindAsync(BookMonth month, string key, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, key, cancellationToken))
        {
            if (string.Equals(note.Key, key, StringComparison.Ordinal))
                return note;
        }

        return null;
    }

    private async Task<List<PrintRecord>> ReadAsync(BookMonth month, Period period, CancellationToken cancellationToken)
    {
        var records = new List<PrintRecord>();
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, KeyOf(period, string.Empty), cancellationToken))
            records.Add(WireJson.Read<PrintRecord>(note.Json));
        records.Sort((left, right) => left.At.CompareTo(right.At));
        return records;
    }

    private static string KeyOf(Period period, string id) => $"print|{period}|{id}";

    private static bool IsCurrent(PrintRecord record, MonthHead head) => head.Numbering is { } stamp && string.Equals(stamp.Numbers.Chain, record.Chain, StringComparison.Ordinal);

    private static PrintFileView ViewOf(PrintedFile file) => new(file.Name, file.Bytes, file.Sha256, file.Pages, file.FirstPage, file.LastPage, Url: null);

    private static PrintView ViewOf(PrintRecord record, MonthHead head) => new()
    {
        Id = record.Id,
        Period = record.Period,
        Book = PrintedBooks.Word(record.Book),
        Format = record.Format,
        FirstPage = record.FirstPage,
        LastPage = record.LastPage,
        Files = [.. record.Files.Select(ViewOf)],
        By = record.By,
        At = record.At,
        Current = IsCurrent(record, head),
        Remarks = PrintRemarks.Of(record),
    };
}
