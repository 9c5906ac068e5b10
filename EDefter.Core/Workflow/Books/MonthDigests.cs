using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>
/// The digests of months: made by the month's own check, or here by reading the month once, and kept as a content-named blob that the month's head names. The blob comes first and the head is the commit, so whoever dies
/// between leaves a blob that nobody names and that the next one writes again with the same name.
/// </summary>
public sealed class MonthDigests(IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    private static readonly string Folder = FormattableString.Invariant($"digest-{MonthDigestFile.Version}");

    /// <summary>What the fiscal year holds before a day, a month at a time.</summary>
    /// <param name="book">The book.</param>
    /// <param name="year">The fiscal year of the day.</param>
    /// <param name="heads">Its heads as read.</param>
    /// <param name="day">First day that is not read any more.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async Task<YearToDate> BeforeAsync(BookId book, FiscalYear year, IReadOnlyDictionary<Period, MonthHead> heads, DateOnly day, CancellationToken cancellationToken)
    {
        var months = new List<MonthDigest>();
        foreach (var head in heads.Values.Where(head => head.Vouchers > 0 && head.Period.FirstDay < day).OrderBy(head => head.Period))
        {
            var to = BookMonth.DaysOf(head.Period, year).To;
            months.Add(to < day ? await OfAsync(book, year, head, cancellationToken) : await MakeAsync(book, year, head.Period, day.AddDays(-1), cancellationToken));
        }

        return new YearToDate(months);
    }

    /// <summary>The digest of a whole month as its head stands.</summary>
    public async Task<MonthDigest> OfAsync(BookId book, FiscalYear year, MonthHead head, CancellationToken cancellationToken)
    {
        if (head.Digest is { } stamp && stamp.Vouchers == head.VouchersRevision && await FindAsync(stamp, cancellationToken) is { } kept)
            return kept;
        var made = await MakeAsync(book, year, head.Period, BookMonth.DaysOf(head.Period, year).To, cancellationToken);
        await StampAsync(book, year, head, await KeepAsync(book, made, cancellationToken), cancellationToken);
        return made;
    }

    /// <summary>Writes the digest's blob; no head names it yet.</summary>
    /// <returns>The blob's name.</returns>
    public async Task<string> KeepAsync(BookId book, MonthDigest digest, CancellationToken cancellationToken)
    {
        var bytes = MonthDigestFile.Write(digest);
        var name = $"{book}/{digest.Period}/{Folder}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}";
        await blobs.KeepAsync(name, "application/octet-stream", bytes, cancellationToken);
        return name;
    }

    // Null when the digest is of another version of the program or its blob is gone: it is made again.
    private async Task<MonthDigest?> FindAsync(DigestStamp stamp, CancellationToken cancellationToken)
    {
        if (!stamp.Blob.Contains($"/{Folder}-", StringComparison.Ordinal))
            return null;
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, stamp.Blob, cancellationToken);
        if (blob is null)
            return null;
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        bytes.Position = 0;
        return MonthDigestFile.Read(bytes);
    }

    private async Task<MonthDigest> MakeAsync(BookId book, FiscalYear year, Period period, DateOnly to, CancellationToken cancellationToken)
    {
        var aggregates = new MonthAggregates();
        await foreach (var day in log.ReadDaysAsync(book, year, BookMonth.DaysOf(period, year).From, to, cancellationToken))
        {
            foreach (var facts in day.Vouchers.SelectMany(static stored => VoucherFacts.EntriesOf(stored.Voucher)))
            {
                if (facts.InBook)
                    aggregates.Observe(facts);
                else
                    aggregates.ObserveCancelled(facts);
            }
        }

        return aggregates.ToDigest(period);
    }

    // Vouchers that came while the month was read make the stamp void: then nothing is stamped, and the next one reads again. No act of the month, so its revision stays.
    private async Task StampAsync(BookId book, FiscalYear year, MonthHead read, string blob, CancellationToken cancellationToken) =>
        await log.ChangeHeadAsync(
            new HeadChange
            {
                Book = book,
                Year = year,
                Period = read.Period,
                At = clock.GetUtcNow(),
                Decide = heads => heads.GetValueOrDefault(read.Period) is { } current && current.VouchersRevision == read.VouchersRevision
                    ? current with { Digest = new DigestStamp(read.VouchersRevision, blob) }
                    : Refusals.RevisionMoved(read.Period, read.Revision, heads.GetValueOrDefault(read.Period)?.Revision ?? 0),
            },
            cancellationToken);
}
