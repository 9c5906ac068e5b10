using System.Globalization;

namespace EDefter.Core.Formats.Workbook;

/// <summary>Cells as texts, for eyes.</summary>
internal sealed class ShownCells : CellTarget
{
    private readonly List<List<string>> rows;

    public ShownCells(IReadOnlyList<ProfileColumn> columns) => rows = [[.. columns.Select(column => column.Header)]];

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    public override void Row() => rows.Add([]);

    public override TextFault TryText(string? text)
    {
        var fault = FaultOf(text);
        Add(fault == TextFault.None ? text ?? string.Empty : string.Empty);
        return fault;
    }

    public override void Number(long number) => Add(number.ToString(CultureInfo.InvariantCulture));

    public override void Number(decimal number, CellStyle style) => Add(number.ToString(style == CellStyle.Amount ? "0.00" : null, CultureInfo.InvariantCulture));

    public override void Date(DateOnly day) => Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Empty() => Add(string.Empty);

    private void Add(string text) => rows[^1].Add(text);
}
