using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Backups;

/// <summary>The job that writes everything of a company into one ZIP: its tables as documented texts, then its blobs as they are (docs/backup.md).</summary>
public sealed class BackupWork(ICompanies companies, IBackups backups, IBlobs blobs, BackupDesk desk) : IJobWork
{
    public const string KindWord = "backup";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(job.Company, cancellationToken) is not { } company)
            return Refusals.UnknownCompany(job.Company);
        var name = BackupDesk.NameOf(job.Company, job.Id);
        int entries;
        // The same backup asked for again has the same name: one that breaks off must not take the place of one that was made.
        await using (var blob = await BlobDraft.BeginAsync(blobs, BlobArea.Backups, name, "application/zip", cancellationToken))
        {
            entries = await WriteAsync(blob.Content, company.Value, progress, cancellationToken);
            blob.Keep();
        }

        await using var written = await blobs.OpenAsync(BlobArea.Backups, name, cancellationToken) ?? throw new InvalidDataException($"The backup {name} was not written.");
        await using var told = new ToldStream(written, () => progress.ReportAsync("Yedek denetleniyor", entries, entries, cancellationToken));
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(told, cancellationToken));
        return JobEnd.With(await desk.ViewOfAsync(job.Company, job.Id, written.Length, sha256, entries, cancellationToken));
    }

    /// <returns>Entries of the ZIP.</returns>
    private async Task<int> WriteAsync(Stream output, Company company, JobProgress progress, CancellationToken cancellationToken)
    {
        await using var writer = new BackupWriter(output, company.Id);
        await foreach (var text in backups.ReadAsync(company, cancellationToken))
            await writer.AddAsync(text.Name, text.Lines, () => progress.ReportAsync("Kayıtlar yedekleniyor", writer.Entries, 0, cancellationToken), cancellationToken);
        // Blobs come after the rows that name them: what a row names is there.
        foreach (var (area, prefix) in BackupBlobs.Of(company.Id))
            await AddBlobsAsync(writer, area, prefix, progress, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        return writer.Entries;
    }

    private async Task AddBlobsAsync(BackupWriter writer, BlobArea area, string prefix, JobProgress progress, CancellationToken cancellationToken)
    {
        await foreach (var found in blobs.ListAsync(area, prefix, cancellationToken))
        {
            // One that the nightly sweep took since is nobody's loss.
            await using var blob = await blobs.OpenAsync(area, found.Name, cancellationToken);
            if (blob is null)
                continue;
            await writer.AddAsync(BackupBlobs.EntryOf(area, found.Name), blob, found.ContentType, () => progress.ReportAsync("Dosyalar yedekleniyor", writer.Entries, 0, cancellationToken), cancellationToken);
        }
    }
}
