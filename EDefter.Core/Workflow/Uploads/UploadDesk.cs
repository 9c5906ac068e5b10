using System.IO.Compression;
using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>Where big files are let in past the limits of a request: a link to write one blob, then a job that imports it.</summary>
public sealed class UploadDesk(BookFinder books, IBlobs blobs, JobDesk jobs, ReadingProfileRegister readings, SecretSource secrets, TimeProvider clock)
{
    public async Task<Outcome<UploadTicket>> OpenAsync(string company, string branch, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var name = new UploadName(book.Value.Id, Convert.ToHexStringLower(secrets(16)));
        var expiresAt = clock.GetUtcNow() + UploadLimits.LinkLife;
        var url = await blobs.UploadLinkAsync(BlobArea.Uploads, name.Content, expiresAt, cancellationToken);
        return new UploadTicket(name.Id, url, expiresAt, UploadLimits.BytesMax);
    }

    /// <summary>The same content of the same upload is imported once: asking again finds the job, also after its end.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="upload">Id of the upload.</param>
    /// <param name="contentType">How it is to be read; null: as it was uploaded.</param>
    /// <param name="profile">Reading profile of a table; null for the usual one.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Job>> AskImportAsync(string company, string branch, string upload, string? contentType, string? profile, Actor actor, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (await FindAsync(book.Value, upload, cancellationToken) is not { } found)
            return Refusals.UnknownUpload(upload);
        if (found.Bytes > UploadLimits.BytesMax)
            return Refusals.UploadTooLarge(UploadLimits.BytesMax);
        var type = contentType ?? found.ContentType;
        var form = await VoucherForm.OfAsync(company, type, profile, readings, cancellationToken);
        if (form.IsRefused)
            return form.Refusal;
        return await jobs.AskAsync(ImportWork.KindWord, book.Value, JobLane.Heavy, new ImportRequest(upload, found.Version, type, profile), actor, idempotencyKey: upload, cancellationToken);
    }

    /// <summary>Everything that was rejected of an upload that was imported, in order of arrival.</summary>
    public async Task<Outcome<IAsyncEnumerable<RejectedRow>>> OpenRejectedAsync(string company, string branch, string upload, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (!ContentHash.IsShort(upload) || await blobs.OpenAsync(BlobArea.Uploads, new UploadName(book.Value.Id, upload).Rejected, cancellationToken) is not { } blob)
            return Refusals.NotImported(upload);
        return Outcomes.Of(ReadAsync(blob, cancellationToken));
    }

    private async Task<BlobFacts?> FindAsync(Book book, string upload, CancellationToken cancellationToken) =>
        ContentHash.IsShort(upload) ? await blobs.FindAsync(BlobArea.Uploads, new UploadName(book.Id, upload).Content, cancellationToken) : null;

    private static async IAsyncEnumerable<RejectedRow> ReadAsync(Stream blob, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var unzipped = new GZipStream(blob, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return WireJson.Read<RejectedRow>(line);
    }
}
