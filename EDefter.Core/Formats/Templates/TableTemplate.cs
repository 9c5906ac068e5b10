using EDefter.Core.Formats.Workbook;
using EDefter.Core.Reading.Profiles;

namespace EDefter.Core.Formats.Templates;

/// <summary>The empty workbook that people fill in and send back: a sheet with the headers of a reading profile, and one that explains every column.</summary>
public static class TableTemplate
{
    /// <summary>The sheet of explanations; reading passes it over.</summary>
    public const string ExplanationSheet = "Açıklamalar";

    private const double HeaderPadding = 4;
    private const double WidthMin = 12;

    /// <param name="profile">What the workbook will be read with.</param>
    /// <param name="sheetName">Name of the sheet to fill in.</param>
    /// <param name="output">Any writable stream; left open.</param>
    public static void Write(ReadingProfile profile, string sheetName, Stream output)
    {
        var data = new WorkbookSheet(sheetName, [.. profile.Columns.Select(column => new WorkbookColumn(column.Headers[0], Math.Max(WidthMin, column.Headers[0].Length + HeaderPadding)))]);
        var explanations = new WorkbookSheet(ExplanationSheet, [new("Sütun", 26), new("Zorunlu", 9), new("Açıklama", 90), new("Örnek", 28), new("Kabul edilen başka başlıklar", 40), new("Kabul edilen değerler", 60)]);
        using var workbook = new WorkbookWriter(output, [data, explanations]);
        workbook.BeginSheet();
        workbook.BeginSheet();
        foreach (var column in profile.Columns)
        {
            workbook.Row();
            workbook.Text(column.Headers[0]);
            workbook.Text(column.Required ? "Evet" : "Hayır");
            workbook.Text(column.Explanation, CellStyle.Wrap);
            workbook.Text(column.Example);
            workbook.Text(string.Join(", ", column.Headers.Skip(1)), CellStyle.Wrap);
            workbook.Text(string.Join(", ", column.Words.Keys), CellStyle.Wrap);
        }

        workbook.Complete();
    }
}
