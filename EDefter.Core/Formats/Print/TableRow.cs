using EDefter.Core.Formats.Pdf;

namespace EDefter.Core.Formats.Print;

/// <summary>A row of a printed table while it is being filled; filled again for every row of its kind, because a month has a million of them.</summary>
internal sealed class TableRow
{
    /// <summary>Size of what is read, in points.</summary>
    public const double TextSize = 7.4;

    /// <summary>White space at the left and right of a cell's text.</summary>
    public const double Margin = 3;

    private readonly IReadOnlyList<BookColumn> columns;
    private readonly double size;

    public TableRow(IReadOnlyList<BookColumn> columns, int totals, double size = TextSize)
    {
        this.columns = columns;
        this.size = size;
        Cells = [.. columns.Select(_ => new RowCell())];
        Counts = new decimal[totals];
    }

    public RowCell[] Cells { get; }

    /// <summary>What the row adds to the totals of the page it stands on, lira.</summary>
    public decimal[] Counts { get; }

    /// <summary>A thin line above it: an entry begins.</summary>
    public bool RuleAbove { get; set; }

    /// <summary>On light grey: totals and headings.</summary>
    public bool Shaded { get; init; }

    /// <summary>Lines of its tallest cell; one at least.</summary>
    public int Lines
    {
        get
        {
            var lines = 1;
            foreach (var cell in Cells)
                lines = Math.Max(lines, cell.Lines.Count);
            return lines;
        }
    }

    public TableRow Clear()
    {
        foreach (var cell in Cells)
            cell.Clear();
        Array.Clear(Counts);
        return this;
    }

    /// <summary>Sets a text; over several columns when a span is given.</summary>
    public void Text(int column, string? text, bool heavy = false, double indent = 0, int span = 1)
    {
        var cell = Cells[column];
        cell.Set(text, FontOf(heavy), heavy, size, WidthOf(column, span) - (2 * Margin), indent);
        cell.Span = span;
        for (var covered = column + 1; covered < column + span; covered++)
            Cells[covered].Span = 0;
    }

    public void Amount(int column, decimal amount, bool heavy = false) => Right(column, PrintText.Amount(amount), heavy);

    public void Right(int column, string text, bool heavy = false) => Cells[column].SetRight(text, FontOf(heavy), heavy, size, columns[column].Width - (2 * Margin));

    public double WidthOf(int column, int span)
    {
        var width = 0.0;
        for (var i = column; i < column + span; i++)
            width += columns[i].Width;
        return width;
    }

    private static TrueTypeFont FontOf(bool heavy) => heavy ? TrueTypeFont.SemiBold : TrueTypeFont.Regular;
}
