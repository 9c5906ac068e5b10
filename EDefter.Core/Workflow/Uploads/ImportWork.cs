using System.Globalization;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>
/// The job that stores the vouchers of an upload, so many at a time that memory does not grow with it. Every batch has an identity of its own (upload,
/// number, content): a delivery after the death of a process reads from the beginning, finds what is stored already, and ends the same.
/// </summary>
public sealed class ImportWork(BookFinder books, ReadingProfileRegister readings, IVoucherLog log, IBlobs blobs, IScratch scratch, ImportOptions options, TimeProvider clock, IWorkWatch watch) : IJobWork
{
    public const string KindWord = "import";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<ImportRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var form = await VoucherForm.OfAsync(job.Company, request.ContentType, request.Profile, readings, cancellationToken);
        if (form.IsRefused)
            return form.Refusal;
        var name = new UploadName(book.Value.Id, request.Upload);
        if (await blobs.FindAsync(BlobArea.Uploads, name.Content, cancellationToken) is not { } found)
            return Refusals.UnknownUpload(request.Upload);
        var file = new UploadedFile(blobs, scratch, name, request.Version, found.Bytes);
        try
        {
            return await ImportAsync(job, book.Value, name, file, form.Value, progress, cancellationToken);
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message + " Hiçbir kayıt yapılmadı.");
        }
        catch (TableLimitException exception)
        {
            return Refusals.TooLarge(exception.Message + " Hiçbir kayıt yapılmadı.");
        }
        catch (UnreadableTableException exception)
        {
            return Refusals.InvalidBody(exception.Message);
        }
    }

    private async Task<Outcome<JobEnd>> ImportAsync(Job job, Book book, UploadName name, UploadedFile file, VoucherForm form, JobProgress progress, CancellationToken cancellationToken)
    {
        var unpackedBytesMax = form.IsTable ? UploadLimits.TableBytesMax : UploadLimits.UnpackedBytesMax;
        if (!await IsReadableAsync(file, unpackedBytesMax, progress, cancellationToken))
            return Refusals.BrokenUpload();
        await using var body = form.IsTable ? await file.BufferAsync(unpackedBytesMax, cancellationToken) : await file.OpenAsync(unpackedBytesMax, cancellationToken);
        if (body is null)
            return Refusals.UploadChanged(name.Id);
        var result = ImportResult.Empty(name.Id);
        await using (var list = await BlobDraft.BeginAsync(blobs, BlobArea.Uploads, name.Rejected, "application/gzip", cancellationToken))
        await using (var rejected = new RejectedFile(list))
        {
            await using var rows = form.ReadAsync(body, cancellationToken).GetAsyncEnumerator(cancellationToken);
            for (var cut = await BatchCut.BeginAsync(rows); !cut.IsAtEnd;)
            {
                var batch = await log.AppendAsync(RequestFor(job, book, name.Id, result.Batches), cut.NextAsync(options.BatchMost), cancellationToken);
                watch.Appended(CommitKind.Vouchers, batch);
                result = result.With(batch);
                await rejected.AddAsync(batch.Rejected, cancellationToken);
                await progress.ReportAsync("Fişler saklanıyor", file.BytesRead, file.Bytes, cancellationToken);
            }

            rejected.Keep();
        }

        return JobEnd.With(result);
    }

    // What cannot be unpacked to its end is refused before anything of it is stored.
    private static async Task<bool> IsReadableAsync(UploadedFile file, long unpackedBytesMax, JobProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            await file.VerifyAsync(unpackedBytesMax, () => progress.ReportAsync("Yükleme denetleniyor", file.BytesRead, file.Bytes, cancellationToken), cancellationToken);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private AppendRequest RequestFor(Job job, Book book, string upload, int batch) => new()
    {
        Book = book.Id,
        Company = book.Company,
        Kind = CommitKind.Vouchers,
        Actor = job.Actor,
        At = clock.GetUtcNow(),
        IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"upload/{upload}/{batch}"),
    };
}
