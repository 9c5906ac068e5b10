using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Uploads;

namespace EDefter.Functions.Http;

/// <summary>Bodies that are tables: a workbook or delimited text, which are read from their end and so stand in a temporary file first.</summary>
public static class TableContent
{
    /// <summary>True for a workbook, false for delimited text, null for neither.</summary>
    public static bool? IsWorkbook(HttpRequest request) => VoucherForm.IsWorkbook(request.ContentType);

    /// <exception cref="BodyTooLargeException">The body is too large.</exception>
    /// <exception cref="InvalidDataException">The gzip is broken.</exception>
    public static async Task<Stream> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Stream file = TemporaryFile.Create();
        try
        {
            await using var body = RequestBody.Open(request, UploadLimits.TableBytesMax);
            await body.CopyToAsync(file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }
}
