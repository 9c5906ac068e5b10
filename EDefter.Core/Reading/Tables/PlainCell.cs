using System.Runtime.InteropServices;

namespace EDefter.Core.Reading.Tables;

/// <summary>The parts of a cell that is written as nearly every cell is: attributes r, s and t, then one value or one inline text. Places count from the cell's first byte.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct PlainCell
{
    private PlainCell(ReadOnlySpan<byte> type, ReadOnlySpan<byte> style, ReadOnlySpan<byte> text, bool isInline, bool keepsSpace, int bytes)
    {
        Type = type;
        Style = style;
        Text = text;
        IsInline = isInline;
        KeepsSpace = keepsSpace;
        Bytes = bytes;
    }

    public ReadOnlySpan<byte> Type { get; }

    public ReadOnlySpan<byte> Style { get; }

    /// <summary>As it stands in the file.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The text stands in the cell, not in v.</summary>
    public bool IsInline { get; }

    public bool KeepsSpace { get; }

    /// <summary>Length of what was parsed, its end tag included.</summary>
    public int Bytes { get; }

    /// <summary>The start of a cell up to and with its reference.</summary>
    /// <param name="markup">What follows in the file.</param>
    /// <param name="reference">The reference; empty where the cell has none in front.</param>
    /// <returns>Bytes; 0 when no such cell begins here.</returns>
    public static int Head(ReadOnlySpan<byte> markup, out ReadOnlySpan<byte> reference)
    {
        reference = default;
        if (!markup.StartsWith("<c"u8) || markup.Length < 3 || markup[2] is not ((byte)' ' or (byte)'>'))
            return 0;
        if (!markup.StartsWith("<c r=\""u8))
            return 2;
        var end = ValueEnd(markup, 6);
        if (end < 0)
            return 0;
        reference = markup[6..end];
        return end + 1;
    }

    /// <summary>The rest of a cell.</summary>
    /// <param name="markup">What follows its <see cref="Head"/>.</param>
    /// <param name="cell">Its parts.</param>
    /// <returns>False when it is written in another way, or does not end in what is given.</returns>
    public static bool TryParse(ReadOnlySpan<byte> markup, out PlainCell cell)
    {
        cell = default;
        ReadOnlySpan<byte> type = default, style = default;
        var at = 0;
        while (at < markup.Length && markup[at] == ' ')
        {
            if (at + 4 > markup.Length || markup[at + 2] != '=' || markup[at + 3] != '"' || ValueEnd(markup, at + 4) is not (>= 0 and var end))
                return false;
            var value = markup[(at + 4)..end];
            if (markup[at + 1] == 't' && type.IsEmpty && !value.IsEmpty)
                type = value;
            else if (markup[at + 1] == 's' && style.IsEmpty && !value.IsEmpty)
                style = value;
            else
                return false;
            at = end + 1;
        }

        return at < markup.Length && markup[at] == '>' && TryParse(markup, at + 1, type, style, out cell);
    }

    private static bool TryParse(ReadOnlySpan<byte> markup, int at, ReadOnlySpan<byte> type, ReadOnlySpan<byte> style, out PlainCell cell)
    {
        cell = default;
        var rest = markup[at..];
        var isInline = !rest.StartsWith("<v>"u8);
        var keeps = isInline && rest.StartsWith("<is><t xml:space=\"preserve\">"u8);
        if (isInline && !keeps && !rest.StartsWith("<is><t>"u8))
            return false;
        var from = rest.IndexOf((byte)'>') + 1;
        if (isInline)
            from += rest[from..].IndexOf((byte)'>') + 1;
        var length = rest[from..].IndexOf((byte)'<');
        if (length < 0)
            return false;
        var end = isInline ? "</t></is></c>"u8 : "</v></c>"u8;
        if (!rest[(from + length)..].StartsWith(end))
            return false;
        cell = new PlainCell(type, style, rest.Slice(from, length), isInline, keeps, at + from + length + end.Length);
        return true;
    }

    // Letters and digits up to a quotation mark.
    private static int ValueEnd(ReadOnlySpan<byte> markup, int at)
    {
        while (at < markup.Length && char.IsAsciiLetterOrDigit((char)markup[at]))
            at++;
        return at < markup.Length && markup[at] == '"' ? at : -1;
    }
}
