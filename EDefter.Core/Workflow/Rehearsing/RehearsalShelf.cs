using System.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>Where the report of a month's last rehearsal stands: blob first, then the note that names it.</summary>
public sealed class RehearsalShelf(MonthFinder months, IVoucherLog log, IBlobs blobs)
{
    public async Task<Outcome<RehearsalReport>> OpenAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (await NoteAsync(month.Value, cancellationToken) is not { } note)
            return Refusals.NotRehearsed(month.Value.Period);
        var name = WireJson.Read<RehearsalNote>(note.Json).Report;
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, name, cancellationToken) ?? throw new InvalidDataException($"The report {name} is missing.");
        using var reader = new StreamReader(blob);
        var report = WireJson.Read<RehearsalReport>(await reader.ReadToEndAsync(cancellationToken));
        return report with { Current = report.Revision == month.Value.Head.Revision };
    }

    internal async Task KeepAsync(BookMonth month, RehearsalReport report, CancellationToken cancellationToken)
    {
        var json = WireJson.Write(report);
        var name = $"{month.Book.Id}/{month.Period}/rehearsal-{ContentHash.Short(json)}.json";
        await using (var blob = await blobs.CreateAsync(BlobArea.Reports, name, "application/json", cancellationToken))
            await blob.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);
        // Whoever writes last has the month's last rehearsal.
        while (true)
        {
            var standing = await NoteAsync(month, cancellationToken);
            if (await log.WriteNoteAsync(month.Book.Id, month.Year, new BookNote(KeyOf(month), WireJson.Write(new RehearsalNote(name)), standing?.Version), cancellationToken))
                return;
        }
    }

    private async Task<BookNote?> NoteAsync(BookMonth month, CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, KeyOf(month), cancellationToken))
            return note;
        return null;
    }

    private static string KeyOf(BookMonth month) => $"rehearsal|{month.Period}";
}
