using EDefter.Core.Sealing;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// What is said of an archive that its own bytes do not know: the archive before it (KON005) and the company (KON008). It stands in the row, never in
/// the manifest, whose bytes follow from journal and profile alone.
/// </summary>
public sealed class ArchiveRemarks(ArchiveShelf shelf, IBlobs blobs)
{
    public async Task<ArchiveRecord> AddAsync(BookMonth month, ArchiveRecord record, CancellationToken cancellationToken)
    {
        var findings = new List<ArchiveFinding>(record.Findings);
        if (await ComparedAsync(month, record, cancellationToken) is { } differs)
            findings.Add(differs);
        if (!month.Book.Company.EDefter)
            findings.Add(ArchiveFinding.Of("KON008", 1, ("firma", month.Book.Company.Title ?? month.Book.Company.PersonName ?? month.Book.Company.Id), ("durum", "değil")));
        findings.Sort(static (left, right) => string.CompareOrdinal(left.Rule, right.Rule) is var order and not 0 ? order : string.CompareOrdinal(left.Message, right.Message));
        return record with { Findings = findings };
    }

    private async Task<ArchiveFinding?> ComparedAsync(BookMonth month, ArchiveRecord record, CancellationToken cancellationToken)
    {
        ArchiveRecord? delivered = null;
        await foreach (var other in shelf.ReadAsync(month.Book.Id, month.Year, month.Period, cancellationToken))
        {
            if (string.Equals(other.Profile, record.Profile, StringComparison.Ordinal) && !string.Equals(other.Id, record.Id, StringComparison.Ordinal) && (delivered is null || other.At > delivered.At))
                delivered = other;
        }

        if (delivered is null || string.Equals(delivered.Content, record.Content, StringComparison.Ordinal))
            return null;
        if (delivered.Entries is null || record.Entries is null)
            return ArchiveFinding.Of("KON005", 0, ("fark", "kaç maddenin değiştiği eski arşivden anlaşılmıyor"));
        var count = await CountAsync(delivered.Entries, record.Entries, cancellationToken);
        // The same entries in other bytes: what changed is the company's tax number, the program's name, or the format itself.
        return ArchiveFinding.Of("KON005", count, ("fark", count > 0 ? $"{TurkishText.Count(count)} yevmiye maddesi değişmiş" : "maddeler aynı, dosyanın diğer bilgileri değişmiş"));
    }

    private async Task<long> CountAsync(string delivered, string now, CancellationToken cancellationToken)
    {
        await using var left = await OpenAsync(delivered, cancellationToken);
        await using var right = await OpenAsync(now, cancellationToken);
        return await EntryPrintFile.CountDifferencesAsync(left, right, cancellationToken);
    }

    private async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken) =>
        await blobs.OpenAsync(BlobArea.Archives, name, cancellationToken) ?? throw new InvalidDataException($"The prints {name} are missing.");
}
