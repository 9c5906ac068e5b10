using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>Other people's programs that judge our workbooks: Microsoft's schema validator and ClosedXML.</summary>
internal static class WorkbookJudges
{
    public static void AssertValid(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.Empty(errors);
    }

    /// <summary>Every cell with a value, as ClosedXML reads it.</summary>
    public static List<(string Sheet, int Row, int Column, XLDataType Kind, object Value)> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var book = new XLWorkbook(stream);
        return
        [
            .. book.Worksheets.SelectMany(sheet => sheet.CellsUsed().Select(cell => (sheet.Name, cell.Address.RowNumber, cell.Address.ColumnNumber, cell.DataType, cell.Value))),
        ];
    }
}
