using EDefter.Core.Reading;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Backups;

/// <summary>
/// The job that reads a backup back where its company does not exist. The whole ZIP is held against its manifest first, and every text and name in it against what storage takes; then blobs and rows are written,
/// and the company's own row last: until then nobody sees anything of it. Killed midway, it writes the same again.
/// </summary>
public sealed class RestoreWork(ICompanies companies, IBackups backups, IBlobs blobs, IJobs jobs) : IJobWork
{
    public const string KindWord = "restore";

    public string Kind => KindWord;

    public bool MakesCompany => true;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<RestoreRequest>(job.Request);
        var origin = $"{request.Upload} {request.Version}";
        await using var upload = await blobs.OpenAsync(BlobArea.Uploads, BackupDesk.UploadOf(job.Company, request.Upload), request.Version, cancellationToken);
        if (upload is null)
            return Refusals.UploadChanged(request.Upload);
        try
        {
            using var backup = await BackupReader.OpenAsync(upload, cancellationToken);
            if (!string.Equals(backup.Manifest.Company, job.Company, StringComparison.Ordinal))
                return Refusals.OtherCompanysBackup(backup.Manifest.Company, job.Company);
            // A delivery before this one may have come to the end.
            if (string.Equals(await backups.FindOriginAsync(job.Company, cancellationToken), origin, StringComparison.Ordinal))
                return JobEnd.With(new RestoreResult(job.Company, backup.Manifest.Entries.Count));
            if (await companies.FindAsync(job.Company, cancellationToken) is not null)
                return Refusals.CompanyExists(job.Company);
            await CheckAsync(job.Company, backup, progress, cancellationToken);
            var place = await TakePlaceAsync(job, backup, progress, cancellationToken);
            return place.IsRefused ? place.Refusal : await WriteAsync(job.Company, backup, origin, place.Value.Version, progress, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenBackup();
        }
        catch (BodyTooLargeException)
        {
            return Refusals.BrokenBackup();
        }
    }

    /// <summary>What was written until then would stand below a company of this id, whoever makes it.</summary>
    public async Task BrokenOffAsync(Job job, CancellationToken cancellationToken)
    {
        if (await backups.FindPlaceAsync(job.Company, cancellationToken) is { } place && place.Value.Job == job.Id && place.Value.Run == job.Run
            && await backups.ClearAsync(job.Company, place, static () => Task.CompletedTask, cancellationToken))
            await backups.LeavePlaceAsync(job.Company, place.Version, cancellationToken);
    }

    // One restore at a time, and on empty ground: two that mix, or one on what another backup's restore left when it broke off, would make books that nobody ever had.
    private async Task<Outcome<Versioned<RestorePlace>>> TakePlaceAsync(Job job, BackupReader backup, JobProgress progress, CancellationToken cancellationToken)
    {
        var texts = backup.Manifest.Entries.Select(entry => entry.Name).Where(name => !BackupBlobs.IsBlob(name)).ToList();
        while (true)
        {
            var found = await backups.FindPlaceAsync(job.Company, cancellationToken);
            if (found?.Value.Job != job.Id && await CompanyGround.RunningAsync(jobs, found?.Value, cancellationToken) is { } other)
                return Refusals.RestoreRuns(job.Company, other);
            var mine = new RestorePlace(job.Id, job.Run, [.. texts.Union(found?.Value.Texts ?? [], StringComparer.Ordinal)]);
            if (await backups.SavePlaceAsync(job.Company, mine, found?.Version, cancellationToken) is not { } version)
                continue;
            // Whoever made the company since it was looked for has left the place; from here on nobody makes it.
            if (await companies.FindAsync(job.Company, cancellationToken) is not null)
            {
                await backups.LeavePlaceAsync(job.Company, version, cancellationToken);
                return Refusals.CompanyExists(job.Company);
            }

            var taken = new Versioned<RestorePlace>(mine, version);
            if (!await backups.ClearAsync(job.Company, taken, () => progress.ReportAsync("Yedeğin yeri hazırlanıyor", 0, 0, cancellationToken), cancellationToken))
                throw new JobSupersededException(job.Id);
            return taken;
        }
    }

    // Whatever would be refused later is refused here, while nothing is written yet.
    private async Task CheckAsync(string company, BackupReader backup, JobProgress progress, CancellationToken cancellationToken)
    {
        backup.VerifyNames();
        var entries = backup.Manifest.Entries;
        if (!entries.Any(entry => entry.Name == BackupText.Company))
            throw new InvalidDataException("The backup names no company.");
        var n = 0;
        for (; n < entries.Count; n++)
        {
            await backup.VerifyAsync(entries[n], Told, cancellationToken);
            if (BackupBlobs.IsBlob(entries[n].Name))
            {
                BackupBlobs.Check(company, entries[n]);
            }
            else
            {
                await using var packed = backup.Open(entries[n]);
                await using var text = new ToldStream(packed, Told);
                await backups.CheckAsync(company, entries[n].Name, text, cancellationToken);
            }
        }

        Task Told() => progress.ReportAsync("Yedek denetleniyor", n, entries.Count, cancellationToken);
    }

    private async Task<Outcome<JobEnd>> WriteAsync(string company, BackupReader backup, string origin, string place, JobProgress progress, CancellationToken cancellationToken)
    {
        var last = backup.Manifest.Entries.Single(entry => entry.Name == BackupText.Company);
        var others = backup.Manifest.Entries.Where(entry => entry != last).OrderBy(entry => !BackupBlobs.IsBlob(entry.Name)).ToList();
        var n = 0;
        for (; n < others.Count; n++)
        {
            await using var packed = backup.Open(others[n]);
            await using var bytes = new ToldStream(packed, Told);
            if (BackupBlobs.IsBlob(others[n].Name))
                await WriteBlobAsync(company, others[n], bytes, cancellationToken);
            else
                await backups.WriteAsync(company, others[n].Name, bytes, cancellationToken);
        }

        await using var text = backup.Open(last);
        return await backups.CompleteAsync(company, text, origin, place, cancellationToken) ? JobEnd.With(new RestoreResult(company, backup.Manifest.Entries.Count)) : Refusals.CompanyExists(company);

        Task Told() => progress.ReportAsync("Yedek geri yükleniyor", n, others.Count, cancellationToken);
    }

    private async Task WriteBlobAsync(string company, BackupEntry entry, Stream bytes, CancellationToken cancellationToken)
    {
        var (area, name) = BackupBlobs.BlobOf(company, entry.Name);
        await using var blob = await BlobDraft.BeginAsync(blobs, area, name, entry.ContentType ?? "application/octet-stream", cancellationToken);
        await bytes.CopyToAsync(blob.Content, cancellationToken);
        blob.Keep();
    }
}
