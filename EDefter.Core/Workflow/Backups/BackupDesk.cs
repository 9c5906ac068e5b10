using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Uploads;

namespace EDefter.Core.Workflow.Backups;

/// <summary>Where backups of a company are asked for, downloaded and read back: safety, and a way to leave.</summary>
public sealed class BackupDesk(ICompanies companies, IBlobs blobs, JobDesk jobs, SecretSource secrets, TimeProvider clock)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public async Task<Outcome<Job>> AskAsync(string company, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is not { } found)
            return Refusals.UnknownCompany(company);
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        return await jobs.AskAsync(BackupWork.KindWord, new Book(found.Value, found.Version, Branch.HeadOffice), JobLane.Heavy, new BackupRequest(company), actor, idempotencyKey, cancellationToken);
    }

    /// <summary>A new link to a backup that was made.</summary>
    public async Task<Outcome<BackupView>> FindAsync(string company, string id, CancellationToken cancellationToken)
    {
        // The ZIP of a job that came to no end stands there too, and is no backup.
        if (await jobs.FindAsync(id, cancellationToken) is not { Kind: BackupWork.KindWord, State: JobState.Succeeded } job || !string.Equals(job.Company, company, StringComparison.Ordinal))
            return Refusals.UnknownBackup(id);
        if (await blobs.FindAsync(BlobArea.Backups, NameOf(company, id), cancellationToken) is not { } found)
            return Refusals.UnknownBackup(id);
        return await ViewOfAsync(company, id, found.Bytes, sha256: null, entries: null, cancellationToken);
    }

    /// <summary>A link to upload a backup with, for a company that does not exist here.</summary>
    public async Task<Outcome<UploadTicket>> OpenRestoreAsync(string company, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is not null)
            return Refusals.CompanyExists(company);
        var id = Convert.ToHexStringLower(secrets(16));
        var expiresAt = clock.GetUtcNow() + UploadLimits.LinkLife;
        return new UploadTicket(id, await blobs.UploadLinkAsync(BlobArea.Uploads, UploadOf(company, id), expiresAt, cancellationToken), expiresAt, RestoreBytesMax);
    }

    /// <summary>Reading a backup back is named by its upload: asking again finds it.</summary>
    public async Task<Outcome<Job>> AskRestoreAsync(string company, string upload, Actor actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        if (!ContentHash.IsShort(upload) || await blobs.FindAsync(BlobArea.Uploads, UploadOf(company, upload), cancellationToken) is not { } found)
            return Refusals.UnknownUpload(upload);
        // The company is what the job will make; until then only its id is known.
        var book = new Book(new Company { Id = company, TaxId = string.Empty }, CompanyVersion: string.Empty, Branch.HeadOffice);
        return await jobs.AskAsync(RestoreWork.KindWord, book, JobLane.Heavy, new RestoreRequest(upload, found.Version), actor, idempotencyKey: upload, cancellationToken);
    }

    /// <summary>Bytes of a backup: what a blob takes in blocks; it is bounded by the storage alone.</summary>
    internal const long RestoreBytesMax = 190_000_000_000;

    internal async Task<BackupView> ViewOfAsync(string company, string id, long bytes, string? sha256, int? entries, CancellationToken cancellationToken)
    {
        var expiresAt = clock.GetUtcNow() + LinkLife;
        var file = $"edefter-{company}.zip";
        return new BackupView(id, file, bytes, sha256, entries, await blobs.LinkAsync(BlobArea.Backups, NameOf(company, id), file, expiresAt, cancellationToken), expiresAt);
    }

    /// <summary>The blob of a backup.</summary>
    public static string NameOf(string company, string id) => $"{company}/{id}.zip";

    /// <summary>The blob that a backup is uploaded to.</summary>
    public static string UploadOf(string company, string id) => $"{company}/backup/{id}";
}
