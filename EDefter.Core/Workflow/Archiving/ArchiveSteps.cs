using System.Security.Cryptography;
using EDefter.Core.Journal;
using EDefter.Core.Sealing;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// The steps of making an archive, whoever runs them. Blob first, row last: the ZIP is streamed into its blob, the manifest is written beside it, and
/// only when both were read back and agree does the row say that the archive exists.
/// </summary>
public sealed class ArchiveSteps(BookFinder books, MonthFinder months, NumberedJournal journal, Snapshots snapshots, ProfileRegister profiles, ArchiveShelf shelf, ArchiveRemarks remarks, IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    /// <summary>All steps at once, for a job that is not carried from queue to queue.</summary>
    public async Task<Outcome<JobEnd>> MakeAsync(Job job, ArchiveOrder order, JobProgress progress, CancellationToken cancellationToken)
    {
        var month = await FindAsync(job, order, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var result = await WriteZipAsync(month.Value, order, progress, cancellationToken);
        if (result.IsRefused)
            return result.Refusal;
        if (!result.Value.IsComplete)
            return RefusalOf(result.Value);
        await using (var blob = await blobs.CreateAsync(BlobArea.Archives, order.Manifest, "application/json", cancellationToken))
            await blob.WriteAsync(ManifestJson.Write(result.Value.Manifest with { Sealed = new ManifestSeal(job.Actor.By, clock.GetUtcNow()) }), cancellationToken);
        return await ShelveAsync(job, month.Value, order, cancellationToken);
    }

    // The row that stands first names the archive's blobs; whoever comes second finds it and adds nothing but the head's mention.
    internal async Task<Outcome<JobEnd>> ShelveAsync(Job job, BookMonth month, ArchiveOrder order, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = await shelf.FindAsync(month, order.Archive, cancellationToken);
            var record = standing ?? await remarks.AddAsync(month, await ReadBackAsync(job, order, cancellationToken), cancellationToken);
            var head = await log.ChangeHeadAsync(ShelveOf(month, record, isNew: standing is null), cancellationToken);
            if (!head.IsRefused)
                return JobEnd.With(await shelf.OpenAsync(record, head.Value, cancellationToken));
            if (standing is not null || await shelf.FindAsync(month, order.Archive, cancellationToken) is null)
                return head.Refusal;
        }
    }

    internal async Task<Outcome<BookMonth>> FindAsync(Job job, ArchiveOrder order, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var month = await months.FindAsync(book.Value, order.Period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (ArchiveDesk.WhyNot(month.Value) is { } refusal)
            return refusal;
        var request = await ArchiveWork.RequestOfAsync(month.Value, order.Parameters, order.Company, snapshots, cancellationToken);
        var profile = await profiles.ReadAsync(job.Company, order.Profile, order.ProfileHash, cancellationToken);
        var isSame = string.Equals(ArchiveIdentity.Of(request, profile), order.Archive, StringComparison.Ordinal);
        return isSame ? month : Refusals.ArchiveOvertaken(order.Period);
    }

    internal async Task<Outcome<ArchiveResult>> WriteZipAsync(BookMonth month, ArchiveOrder order, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = await ArchiveWork.RequestOfAsync(month, order.Parameters, order.Company, snapshots, cancellationToken);
        var profile = await profiles.ReadAsync(month.Book.Company.Id, order.Profile, order.ProfileHash, cancellationToken);
        await using var files = await ArchiveBlobs.CreateAsync(blobs, order, cancellationToken);
        using var verifier = new NumberingVerifier(request.Numbers, month.Period);
        var names = new NamesOnLines();
        using var archive = ArchiveWriter.Begin(request, profile, files.Zip);
        await WriteEntriesAsync(journal.ReadDaysAsync(month, verifier, names, cancellationToken), archive, files, request.Numbers.Vouchers, progress, cancellationToken);

        // A ZIP without a row is nobody's: numbers that are not those that were given never leave the house.
        if (verifier.Finish() is not { } fault)
        {
            var result = archive.Complete(names.Differing);
            files.Keep();
            return result;
        }

        // The numbers may have been taken back, and the vouchers changed, while the archive was being written.
        var now = await FindAsync(progress.Job, order, cancellationToken);
        return now.IsRefused ? now.Refusal : NumberGuard.RefusalOf(fault, month.Period);
    }

    private static async Task WriteEntriesAsync(IAsyncEnumerable<IReadOnlyList<JournalEntry>> days, ArchiveWriter archive, ArchiveBlobs files, long total, JobProgress progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var day in days)
        {
            foreach (var entry in day)
            {
                archive.Write(entry);
                files.Prints.Add(entry);
                files.Copy.Add(entry);
            }

            await files.FlushAsync(cancellationToken);
            done += day.Count;
            await progress.ReportAsync("Arşiv yazılıyor", done, total, cancellationToken);
        }
    }

    private async Task<ArchiveRecord> ReadBackAsync(Job job, ArchiveOrder order, CancellationToken cancellationToken)
    {
        var manifest = await ReadManifestAsync(order, cancellationToken);
        await using var zip = await blobs.OpenAsync(BlobArea.Archives, order.Zip, cancellationToken) ?? throw new InvalidDataException($"The archive {order.Zip} was not written.");
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(zip, cancellationToken));
        if (!string.Equals(sha256, manifest.Zip.Sha256, StringComparison.Ordinal))
            throw new InvalidDataException($"The archive {order.Zip} was read back with another hash than it was written with.");
        return new ArchiveRecord
        {
            Id = order.Archive,
            Period = order.Period,
            Profile = order.Profile,
            File = manifest.Zip.Name,
            Sha256 = sha256,
            Content = manifest.Content,
            Bytes = manifest.Zip.Bytes,
            Zip = order.Zip,
            Manifest = order.Manifest,
            Entries = order.Entries,
            Findings = manifest.Findings,
            Journal = order.Journal,
            Draft = manifest.Draft,
            Chain = manifest.Numbers.Chain,
            By = job.Actor.By,
            At = clock.GetUtcNow(),
            TraceParent = job.TraceParent,
        };
    }

    private async Task<ArchiveManifest> ReadManifestAsync(ArchiveOrder order, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Archives, order.Manifest, cancellationToken) ?? throw new InvalidDataException($"The manifest {order.Manifest} was not written.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return ManifestJson.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private HeadChange ShelveOf(BookMonth month, ArchiveRecord record, bool isNew) => new()
    {
        Book = month.Book.Id,
        Year = month.Year,
        Period = month.Period,
        At = clock.GetUtcNow(),
        Notes = isNew ? [new BookNote(ArchiveShelf.KeyOf(month.Period, record.Id), WireJson.Write(record), Version: null)] : [],
        Decide = heads =>
        {
            if (heads.GetValueOrDefault(month.Period) is not { Numbering: { } stamp } head || !string.Equals(stamp.Numbers.Chain, record.Chain, StringComparison.Ordinal))
                return Refusals.NotNumbered(month.Period);
            // A draft is handed to nobody: the month is as far as it was.
            return record.Draft is not null || head.Archives.Contains(record.Id, StringComparer.Ordinal) ? head : head with { Archives = [.. head.Archives, record.Id] };
        },
    };

    internal static Refusal RefusalOf(ArchiveResult result) =>
        new("unwritable-values", 409, "Dosya biçimine sığmayan değerler var", $"{TurkishText.Count(result.UnwritableCount)} değer seçilen dosya biçimine yazılamıyor; ilkleri listededir. Değerleri kaynağında düzeltin ya da başka bir biçim seçin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = result.UnwritableCount, ["values"] = result.Unwritable.Take(100).ToList() },
        };
}
