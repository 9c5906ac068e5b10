namespace EDefter.Core.Formats.Workbook;

/// <summary>Cells straight into the present sheet of a workbook.</summary>
internal sealed class WorkbookCells(WorkbookWriter workbook) : CellTarget
{
    public override void Row() => workbook.Row();

    public override TextFault TryText(string? text) => workbook.TryText(text);

    public override void Number(long number) => workbook.Number(number);

    public override void Number(decimal number, CellStyle style) => workbook.Number(number, style);

    public override void Date(DateOnly day) => workbook.Date(day);

    public override void Empty() => workbook.Empty();
}
