using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Uploads;

namespace EDefter.Functions.Http;

/// <summary>Bodies that are tables: a workbook or delimited text, which are read from their end and so stand in a temporary file first.</summary>
public static class TableContent
{
    /// <summary>True for a workbook, false for delimited text, null for neither.</summary>
    public static bool? IsWorkbook(HttpRequest request) => VoucherForm.IsWorkbook(request.ContentType);

    /// <summary>The reading profile that the request names (<c>?profile=</c>); null when it names none.</summary>
    public static string? ProfileOf(HttpRequest request) => request.Query["profile"].ToString() is { Length: > 0 } id ? id : null;

    /// <summary>What a reader makes of the table, or why it cannot be read. Nothing was stored before.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, Func<Stream, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var file = await RequestBody.BufferAsync(request, cancellationToken);
        if (file.IsRefused)
            return file.Refusal;
        await using var table = file.Value;
        return Read(table, read);
    }

    private static Outcome<T> Read<T>(Stream file, Func<Stream, T> read)
        where T : class
    {
        try
        {
            return read(file);
        }
        catch (TableLimitException exception)
        {
            return Refusals.TooLarge(exception.Message + " Hiçbir kayıt yapılmadı.");
        }
        catch (UnreadableTableException exception)
        {
            return Refusals.InvalidBody(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.InvalidBody(Refusals.BrokenWorkbook);
        }
    }

    /// <exception cref="BodyTooLargeException">The body is too large.</exception>
    /// <exception cref="InvalidDataException">The gzip is broken.</exception>
    public static async Task<Stream> BufferAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await using var body = RequestBody.Open(request, UploadLimits.TableBytesMax);
        return await TemporaryFile.OfAsync(body, cancellationToken);
    }
}
