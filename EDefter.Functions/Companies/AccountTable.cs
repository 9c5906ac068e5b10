using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Workflow;
using EDefter.Functions.Http;

namespace EDefter.Functions.Companies;

/// <summary>A chart of accounts that comes as a workbook or CSV.</summary>
internal static class AccountTable
{
    public static async Task<Outcome<List<ChartAccount>>> ReadAsync(HttpRequest request, bool isWorkbook, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = await TableContent.BufferAsync(request, cancellationToken);
            return Read(file, isWorkbook);
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGzip();
        }
    }

    private static Outcome<List<ChartAccount>> Read(Stream file, bool isWorkbook)
    {
        try
        {
            return AccountTableReader.Read(file, isWorkbook, ReadingProfileBook.Find(ReadingProfileBook.Accounts)!).ToList();
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
}
