using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Printing;

/// <summary>The identity of a print before it is made: the same month of the same numbers, set by the same version from the same page on, is the same print.</summary>
internal static class PrintIdentity
{
    /// <param name="month">Numbered.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="firstPage">Number of the first page; 0 for a workbook.</param>
    /// <returns>32 hex digits.</returns>
    public static string Of(BookMonth month, PrintJobRequest request, long firstPage)
    {
        var parts = new List<string?>
        {
            "edefter-print/1",
            FormatVersion.Writers.ToString(CultureInfo.InvariantCulture),
            PrintVersion.Setters.ToString(CultureInfo.InvariantCulture),
            month.Book.Id.ToString(),
            PrintedBooks.Word(request.Book),
            request.Format.ToString(),
            firstPage.ToString(CultureInfo.InvariantCulture),
        };
        // Ledger and trial balance show what earlier months carried, under the names that their charts gave.
        foreach (var period in month.Year.Periods().Where(period => period <= month.Period))
        {
            if (month.Heads.TryGetValue(period, out var head) && head.Numbering is { } stamp)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{period} {stamp.Numbers.Chain} {stamp.ChartSnapshot}"));
        }

        parts.Add(month.Head.Numbering!.CompanySnapshot);
        return ContentHash.Short([.. parts]);
    }
}
