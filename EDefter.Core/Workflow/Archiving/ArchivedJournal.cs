using System.IO.Compression;
using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Sealing.Difference;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// The journal that an archive was written from, entry by entry. The voucher log gives only what is live now, and an archive's own files hold no more
/// than their profile carries, adapted to its encoding; so every archive keeps its entries beside its ZIP, and any two can be compared exactly.
/// </summary>
public sealed class ArchivedJournal(NumberedJournal journal, IBlobs blobs)
{
    /// <summary>The entries can be had.</summary>
    public static bool IsKept(BookMonth month, ArchiveRecord record) => record.Journal is not null || IsCurrent(month, record);

    public IAsyncEnumerable<ArchivedEntry> ReadAsync(BookMonth month, ArchiveRecord record, CancellationToken cancellationToken) =>
        record.Journal is { } name ? ReadCopyAsync(name, cancellationToken) : ReadLiveAsync(month, record, cancellationToken);

    // An archive made before journals were kept holds what the month still holds, as long as its numbers stand.
    private static bool IsCurrent(BookMonth month, ArchiveRecord record) => month.Head.Numbering is { } stamp && string.Equals(stamp.Numbers.Chain, record.Chain, StringComparison.Ordinal);

    private async IAsyncEnumerable<ArchivedEntry> ReadCopyAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Archives, name, cancellationToken) ?? throw new InvalidDataException($"The journal {name} is missing.");
        await using var unzipped = new GZipStream(blob, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return WireJson.Read<ArchivedEntry>(line);
    }

    private async IAsyncEnumerable<ArchivedEntry> ReadLiveAsync(BookMonth month, ArchiveRecord record, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!IsCurrent(month, record))
            throw new InvalidOperationException($"The journal of the archive {record.Id} is not kept.");
        using var verifier = new NumberingVerifier(month.Head.Numbering!.Numbers, month.Period);
        await foreach (var day in journal.ReadDaysAsync(month, verifier, new NamesOnLines(), cancellationToken))
        {
            foreach (var entry in day)
                yield return ArchivedEntry.Of(entry);
        }

        if (verifier.Finish() is { } fault)
            throw new InvalidOperationException($"The month {month.Period} no longer holds what was numbered: {fault}.");
    }
}
