using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Where finished archives stand: their rows, their manifests, and links to read them for a while.</summary>
public sealed class ArchiveShelf(MonthFinder months, IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public async Task<Outcome<IReadOnlyList<ArchiveView>>> ListAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var views = new List<ArchiveView>();
        await foreach (var record in ReadAsync(month.Value.Book.Id, month.Value.Year, month.Value.Period, cancellationToken))
            views.Add(ViewOf(record, month.Value.Head));
        views.Sort((left, right) => left.At.CompareTo(right.At));
        return views;
    }

    public async Task<Outcome<ArchiveView>> FindAsync(string company, string branch, string period, string id, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var record = await FindAsync(month.Value, id, cancellationToken);
        return record is null ? Refusals.UnknownArchive(id) : await OpenAsync(record, month.Value.Head, cancellationToken);
    }

    internal async Task<ArchiveRecord?> FindAsync(BookMonth month, string id, CancellationToken cancellationToken)
    {
        if (!ContentHash.IsShort(id))
            return null;
        // Notes are found by prefix; only the whole id is the archive.
        var key = KeyOf(month.Period, id);
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, key, cancellationToken))
        {
            if (string.Equals(note.Key, key, StringComparison.Ordinal))
                return WireJson.Read<ArchiveRecord>(note.Json);
        }

        return null;
    }

    /// <summary>The archive with a link and its manifest.</summary>
    internal async Task<ArchiveView> OpenAsync(ArchiveRecord record, MonthHead head, CancellationToken cancellationToken)
    {
        var expiresAt = clock.GetUtcNow() + LinkLife;
        return ViewOf(record, head) with
        {
            Url = await blobs.LinkAsync(BlobArea.Archives, record.Zip, record.File, expiresAt, cancellationToken),
            ExpiresAt = expiresAt,
            Manifest = await ReadManifestAsync(record, cancellationToken),
        };
    }

    /// <summary>All archives of a fiscal year, or of one of its months.</summary>
    internal async IAsyncEnumerable<ArchiveRecord> ReadAsync(BookId book, FiscalYear year, Period? period, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(book, year, period is { } only ? KeyOf(only, string.Empty) : Prefix, cancellationToken))
            yield return WireJson.Read<ArchiveRecord>(note.Json);
    }

    internal const string Prefix = "archive|";

    internal static string KeyOf(Period period, string id) => $"{Prefix}{period}|{id}";

    private async Task<JsonElement> ReadManifestAsync(ArchiveRecord record, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Archives, record.Manifest, cancellationToken) ?? throw new InvalidDataException($"The manifest {record.Manifest} is missing.");
        return await JsonSerializer.DeserializeAsync<JsonElement>(blob, WireJson.Options, cancellationToken);
    }

    internal static ArchiveView ViewOf(ArchiveRecord record, MonthHead head) => new()
    {
        Id = record.Id,
        Period = record.Period,
        Profile = record.Profile,
        File = record.File,
        Sha256 = record.Sha256,
        Content = record.Content,
        Bytes = record.Bytes,
        Findings = record.Findings,
        Draft = record.Draft,
        By = record.By,
        At = record.At,
        Current = head.Numbering is { } stamp && string.Equals(stamp.Numbers.Chain, record.Chain, StringComparison.Ordinal),
    };
}
