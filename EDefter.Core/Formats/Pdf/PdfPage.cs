using System.Globalization;

namespace EDefter.Core.Formats.Pdf;

/// <summary>What is drawn on one page, in points from the lower left corner, until it is written (<see cref="PdfFile.Write"/>).</summary>
internal sealed class PdfPage(int objectNumber)
{
    private byte[] content = new byte[32 * 1024];
    private int length;

    /// <summary>Object number of the page.</summary>
    public int ObjectNumber => objectNumber;

    public ReadOnlySpan<byte> Content => content.AsSpan(0, length);

    /// <summary>Sets a line of text with its baseline at a place.</summary>
    /// <param name="font">A font of the document.</param>
    /// <param name="name">Its name in the document: F0, F1 …</param>
    /// <param name="size">In points.</param>
    /// <param name="x">Left end.</param>
    /// <param name="y">Baseline.</param>
    /// <param name="text">Characters that the font has.</param>
    public void Text(PdfFont font, ReadOnlySpan<byte> name, double size, double x, double y, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        Raw("BT /"u8);
        Raw(name);
        Raw(" "u8);
        Number(size);
        Raw(" Tf "u8);
        Number(x);
        Raw(" "u8);
        Number(y);
        Raw(" Td <"u8);
        Reserve(4 * text.Length);
        foreach (var character in text)
            Hex(font.CodeOf(character));
        Raw("> Tj ET\n"u8);
    }

    /// <summary>A thin rule.</summary>
    /// <param name="gray">0 is black, 1 is white.</param>
    public void Line(double x1, double y1, double x2, double y2, double width, double gray = 0)
    {
        Number(gray);
        Raw(" G "u8);
        Number(width);
        Raw(" w "u8);
        Number(x1);
        Raw(" "u8);
        Number(y1);
        Raw(" m "u8);
        Number(x2);
        Raw(" "u8);
        Number(y2);
        Raw(" l S\n"u8);
    }

    /// <summary>An area of one gray; text set later is black on it.</summary>
    public void Area(double x, double y, double width, double height, double gray)
    {
        Number(gray);
        Raw(" g "u8);
        Number(x);
        Raw(" "u8);
        Number(y);
        Raw(" "u8);
        Number(width);
        Raw(" "u8);
        Number(height);
        Raw(" re f 0 g\n"u8);
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(content.AsSpan(length));
        length += bytes.Length;
    }

    private void Number(double value)
    {
        Reserve(24);
        // Two decimals are a hundredth of a point: finer than any printer.
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        rounded.TryFormat(content.AsSpan(length), out var written, "0.##", CultureInfo.InvariantCulture);
        length += written;
    }

    private void Hex(ushort code)
    {
        for (var shift = 12; shift >= 0; shift -= 4)
            content[length++] = "0123456789ABCDEF"u8[(code >> shift) & 15];
    }

    private void Reserve(int bytes)
    {
        if (content.Length - length < bytes)
            Array.Resize(ref content, Math.Max(content.Length * 2, length + bytes));
    }
}
