using EDefter.Core.Formats.Reports;
using EDefter.Core.Formats.Workbook;

namespace EDefter.Core.Formats.Print;

/// <summary>A book as a workbook: its rows on as many sheets as they need, then the sheet of totals.</summary>
internal sealed class BookWorkbook : IDisposable
{
    private readonly PrintHeading heading;
    private readonly WorkbookWriter workbook;
    private readonly int sheets;
    private readonly int rowsMax;
    private int begun;

    /// <param name="output">Any writable stream; left open.</param>
    /// <param name="heading">Which book.</param>
    /// <param name="name">Name of the sheet; further ones are numbered.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">How many rows will come, headers not counted.</param>
    /// <param name="rowsMax">Rows of a full sheet with its header.</param>
    public BookWorkbook(Stream output, PrintHeading heading, string name, IReadOnlyList<WorkbookColumn> columns, long rows, int rowsMax)
    {
        this.heading = heading;
        this.rowsMax = rowsMax;
        sheets = (int)Math.Max(1, (rows + rowsMax - 2) / (rowsMax - 1));
        var announced = Enumerable.Range(1, sheets).Select(number => new WorkbookSheet(number == 1 ? name : $"{name} {number}", columns) { AutoFilter = true, FitPageWidth = true });
        workbook = new WorkbookWriter(output, [.. announced, WorkbookTotals.Sheet], new WorkbookOptions { HashParts = true });
        BeginSheet();
    }

    public WorkbookWriter Cells => workbook;

    public string ContentSha256 => workbook.ContentSha256;

    public void Row()
    {
        if (workbook.Rows == rowsMax)
            BeginSheet();
        workbook.Row();
    }

    public void Text(string? text, CellStyle style = CellStyle.Text) => workbook.Text(ReportText.Visible(text), style);

    public void Date(DateOnly? day)
    {
        if (day is { } value && value >= WorkbookWriter.DateMin)
            workbook.Date(value);
        else
            workbook.Text(day is { } early ? Core.Text.TurkishText.Date(early) : null);
    }

    /// <summary>An amount in the column of its side; the other stays empty.</summary>
    public void Sides(decimal debit, decimal credit)
    {
        AmountUnlessNone(debit);
        AmountUnlessNone(credit);
    }

    public void AmountUnlessNone(decimal amount)
    {
        if (amount == 0)
            workbook.Empty();
        else
            workbook.Amount(amount);
    }

    public void Complete()
    {
        while (begun < sheets)
            BeginSheet();
        WorkbookTotals.Write(workbook, heading);
        workbook.Complete();
    }

    public void Dispose() => workbook.Dispose();

    private void BeginSheet()
    {
        workbook.BeginSheet();
        begun++;
    }
}
