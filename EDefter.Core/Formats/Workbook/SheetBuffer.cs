using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace EDefter.Core.Formats.Workbook;

/// <summary>UTF-8 written by hand into one reusable buffer, flushed into the part that is being written.</summary>
internal sealed class SheetBuffer
{
    // A character needs at most seven bytes ("_x005F_"), so the longest text of a cell and its tags always fit between two flushes.
    private const int BytesPerCharacterMax = 7;
    private const int Capacity = 512 * 1024;
    private const int FlushAt = 128 * 1024;

    private readonly byte[] bytes = new byte[Capacity];
    private int used;

    /// <summary>Where the buffer flushes to; changes from part to part.</summary>
    public Stream Target { get; set; } = Stream.Null;

    public void Flush()
    {
        Target.Write(bytes, 0, used);
        used = 0;
    }

    public void FlushWhenFull()
    {
        if (used > FlushAt)
            Flush();
    }

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(bytes.AsSpan(used));
        used += utf8.Length;
    }

    public void Integer(long number)
    {
        Utf8Formatter.TryFormat(number, bytes.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>Plain notation with a point, every digit that the number carries.</summary>
    public void Number(decimal number)
    {
        number.TryFormat(bytes.AsSpan(used), out var written, default, CultureInfo.InvariantCulture);
        used += written;
    }

    /// <summary>The tags of an inline string and the text between them; nothing is written when the text cannot stand in XML.</summary>
    public TextFault InlineString(string text)
    {
        var before = used;
        Raw(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "<is><t xml:space=\"preserve\">"u8 : "<is><t>"u8);
        if (!Escape(text))
        {
            used = before;
            return TextFault.IllegalCharacter;
        }

        Raw("</t></is>"u8);
        return TextFault.None;
    }

    /// <summary>Text of an attribute or of an element outside the cells (a sheet's name).</summary>
    public void Attribute(string text)
    {
        if (!Escape(text))
            throw new ArgumentException("The text holds a character that XML 1.0 does not have.", nameof(text));
    }

    public int Mark() => used;

    public void Return(int mark) => used = mark;

    private bool Escape(string text)
    {
        if (text.Length * BytesPerCharacterMax > Capacity - used)
            throw new InvalidOperationException("The buffer was not flushed in time.");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' and not ('&' or '<' or '>' or '"' or '_'))
            {
                bytes[used++] = (byte)c;
            }
            else if (c < '\u0080')
            {
                if (!EscapeAscii(text, i))
                    return false;
            }
            else if (c < '\u0800')
            {
                bytes[used++] = (byte)(0xC0 | (c >> 6));
                bytes[used++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (!Rune.TryGetRuneAt(text, i, out var rune) || c is '\ufffe' or '\uffff')
            {
                return false;
            }
            else
            {
                used += rune.EncodeToUtf8(bytes.AsSpan(used));
                i += rune.Utf16SequenceLength - 1;
            }
        }

        return true;
    }

    private bool EscapeAscii(string text, int at)
    {
        switch (text[at])
        {
            case '&':
                Raw("&amp;"u8);
                return true;
            case '<':
                Raw("&lt;"u8);
                return true;
            case '>':
                Raw("&gt;"u8);
                return true;
            case '"':
                Raw("&quot;"u8);
                return true;
            // A bare carriage return would reach the reader as a line feed.
            case '\r':
                Raw("&#13;"u8);
                return true;
            case '_':
                Raw(LooksEscaped(text.AsSpan(at)) ? "_x005F_"u8 : "_"u8);
                return true;
            case '\t' or '\n' or '\u007f':
                bytes[used++] = (byte)text[at];
                return true;
            default:
                return false;
        }
    }

    // Readers decode _xHHHH_ (ECMA-376 part 1, ST_Xstring), so a text that happens to look like it gets its first underscore escaped.
    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
