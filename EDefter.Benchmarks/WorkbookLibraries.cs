using ClosedXML.Excel;
using EDefter.Core.Formats.Workbook;
using MiniExcelLibs;

namespace EDefter.Benchmarks;

/// <summary>The same rows through our writer and through libraries that write workbooks, each as its documentation shows.</summary>
internal static class WorkbookLibraries
{
    public static IReadOnlyList<string> Names { get; } = ["edefter", "miniexcel", "closedxml"];

    /// <summary>With its version.</summary>
    public static string TitleOf(string library) => library switch
    {
        "edefter" => "EDefter",
        "miniexcel" => "MiniExcel " + VersionOf(typeof(MiniExcel)),
        "closedxml" => "ClosedXML " + VersionOf(typeof(XLWorkbook)),
        _ => library,
    };

    public static void Write(string library, Stream target, int rows)
    {
        switch (library)
        {
            case "edefter":
                Own(target, rows, new WorkbookOptions());
                break;
            case "miniexcel":
                target.SaveAs(WorkbookRows.Of(rows), sheetName: "Yevmiye");
                break;
            case "closedxml":
                ClosedXml(target, rows);
                break;
            default:
                throw new ArgumentException("Unknown library: " + library, nameof(library));
        }
    }

    public static void Own(Stream target, int rows, WorkbookOptions options)
    {
        WorkbookColumn[] columns = [.. typeof(WorkbookRow).GetProperties().Select(property => new WorkbookColumn(property.Name))];
        using var writer = new WorkbookWriter(target, [new WorkbookSheet("Yevmiye", columns)], options);
        writer.BeginSheet();
        foreach (var row in WorkbookRows.Of(rows))
        {
            writer.Row();
            writer.Number(row.Entry);
            writer.Text(row.Voucher);
            writer.Date(DateOnly.FromDateTime(row.Day));
            writer.Text(row.Kind);
            writer.Number(row.Line);
            writer.Number(row.Place);
            writer.Text(row.MainAccount);
            writer.Text(row.MainAccountName);
            writer.Text(row.Account);
            writer.Text(row.AccountName);
            writer.Number(row.Amount);
            writer.Text(row.Side);
            writer.Date(DateOnly.FromDateTime(row.Posted));
            writer.Text(row.DocumentType);
            writer.Text(row.Document);
            writer.Date(DateOnly.FromDateTime(row.DocumentDay));
            writer.Text(row.Payment);
            writer.Text(row.Comment);
            writer.Text(row.EnteredBy);
            writer.Text(row.EntryComment);
        }

        writer.Complete();
    }

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString(3);

    private static void ClosedXml(Stream target, int rows)
    {
        using var workbook = new XLWorkbook();
        workbook.Worksheets.Add("Yevmiye").Cell(1, 1).InsertTable(WorkbookRows.Of(rows), createTable: false);
        workbook.SaveAs(target);
    }
}
