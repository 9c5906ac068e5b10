using EDefter.Core.Reading;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Backups;

/// <summary>
/// The job that reads a backup back where its company does not exist. The whole ZIP is held against its manifest first, and every text and name in it against what storage takes; then blobs and rows are written,
/// and the company's own row last: until then nobody sees anything of it. Killed midway, it writes the same again.
/// </summary>
public sealed class RestoreWork(ICompanies companies, IBackups backups, IBlobs blobs) : IJobWork
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
            return await WriteAsync(job.Company, backup, origin, progress, cancellationToken);
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

    // Whatever would be refused later is refused here, while nothing is written yet.
    private async Task CheckAsync(string company, BackupReader backup, JobProgress progress, CancellationToken cancellationToken)
    {
        backup.VerifyNames();
        var entries = backup.Manifest.Entries;
        if (!entries.Any(entry => entry.Name == BackupText.Company))
            throw new InvalidDataException("The backup names no company.");
        for (var n = 0; n < entries.Count; n++)
        {
            await backup.VerifyAsync(entries[n], cancellationToken);
            if (BackupBlobs.IsBlob(entries[n].Name))
            {
                BackupBlobs.Check(company, entries[n]);
            }
            else
            {
                await using var text = backup.Open(entries[n]);
                await backups.CheckAsync(company, entries[n].Name, text, cancellationToken);
            }

            await progress.ReportAsync("Yedek denetleniyor", n + 1, entries.Count, cancellationToken);
        }
    }

    private async Task<Outcome<JobEnd>> WriteAsync(string company, BackupReader backup, string origin, JobProgress progress, CancellationToken cancellationToken)
    {
        var last = backup.Manifest.Entries.Single(entry => entry.Name == BackupText.Company);
        var others = backup.Manifest.Entries.Where(entry => entry != last).OrderBy(entry => !BackupBlobs.IsBlob(entry.Name)).ToList();
        for (var n = 0; n < others.Count; n++)
        {
            await using var bytes = backup.Open(others[n]);
            if (BackupBlobs.IsBlob(others[n].Name))
                await WriteBlobAsync(company, others[n], bytes, cancellationToken);
            else
                await backups.WriteAsync(company, others[n].Name, bytes, cancellationToken);
            await progress.ReportAsync("Yedek geri yükleniyor", n + 1, others.Count, cancellationToken);
        }

        await using var text = backup.Open(last);
        return await backups.CompleteAsync(company, text, origin, cancellationToken) ? JobEnd.With(new RestoreResult(company, backup.Manifest.Entries.Count)) : Refusals.CompanyExists(company);
    }

    private async Task WriteBlobAsync(string company, BackupEntry entry, Stream bytes, CancellationToken cancellationToken)
    {
        var (area, name) = BackupBlobs.BlobOf(company, entry.Name);
        await using var blob = await blobs.CreateAsync(area, name, entry.ContentType ?? "application/octet-stream", cancellationToken);
        await bytes.CopyToAsync(blob, cancellationToken);
    }
}
