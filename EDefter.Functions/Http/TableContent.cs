using EDefter.Core.Reading;

namespace EDefter.Functions.Http;

/// <summary>Bodies that are tables: a workbook or delimited text, which are read from their end and so stand in a temporary file first.</summary>
public static class TableContent
{
    /// <summary>Unpacked bytes of a table: what 200 000 rows of text may take, with room to spare.</summary>
    private const long BytesMax = 512L * 1024 * 1024;

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>True for a workbook, false for delimited text, null for neither.</summary>
    public static bool? IsWorkbook(HttpRequest request) => request.ContentType?.Split(';')[0].Trim() switch
    {
        WorkbookType => true,
        "text/csv" or "application/csv" or "text/tab-separated-values" => false,
        _ => null,
    };

    /// <exception cref="BodyTooLargeException">The body is too large.</exception>
    /// <exception cref="InvalidDataException">The gzip is broken.</exception>
    public static async Task<Stream> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Stream file = TemporaryFile.Create();
        try
        {
            await using var body = RequestBody.Open(request, BytesMax);
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
