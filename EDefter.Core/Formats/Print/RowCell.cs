using System.Text;
using EDefter.Core.Formats.Pdf;

namespace EDefter.Core.Formats.Print;

/// <summary>What stands in a cell of a row; used again for the next row.</summary>
internal sealed class RowCell
{
    /// <summary>Shown, so it holds only what the font can draw.</summary>
    public string Text { get; private set; } = string.Empty;

    public bool IsHeavy { get; private set; }

    public bool IsRight { get; private set; }

    /// <summary>In points, from the cell's left edge.</summary>
    public double Indent { get; private set; }

    /// <summary>Smaller than the row's where an amount would not fit.</summary>
    public double Size { get; private set; }

    /// <summary>Columns it covers; 0 when a cell at its left covers it.</summary>
    public int Span { get; set; } = 1;

    public List<(int Start, int Length)> Lines { get; } = [];

    /// <summary>Characters that the font lacks; the text shows them by their codes.</summary>
    public List<Rune> Lacking { get; } = [];

    public void Clear()
    {
        Text = string.Empty;
        Span = 1;
        Lines.Clear();
        Lacking.Clear();
    }

    /// <summary>A text that wraps.</summary>
    public void Set(string? text, TrueTypeFont font, bool isHeavy, double size, double width, double indent)
    {
        Lacking.Clear();
        Text = PrintText.Visible(text, Lacking);
        IsHeavy = isHeavy;
        IsRight = false;
        Indent = indent;
        Size = size;
        Lines.Clear();
        TextWrap.Into(Text, font, size, width - indent, Lines);
    }

    /// <summary>A number, or a heading over numbers, on one line.</summary>
    public void SetRight(string text, TrueTypeFont font, bool isHeavy, double size, double width)
    {
        Lacking.Clear();
        Text = text;
        IsHeavy = isHeavy;
        IsRight = true;
        Indent = 0;
        var needed = font.WidthOf(text) * size / 1000;
        Size = needed > width ? size * width / needed : size;
        Lines.Clear();
        Lines.Add((0, text.Length));
    }
}
