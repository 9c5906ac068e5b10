using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>A code page of one byte per character, as a table built once.</summary>
internal sealed class SingleByteEncoder : TextEncoder
{
    private const short Lacking = -1;
    private readonly short[] bytes = new short[char.MaxValue + 1];

    public SingleByteEncoder(Encoding encoding)
    {
        Array.Fill(bytes, Lacking);
        var one = new char[1];
        for (var b = 0; b <= byte.MaxValue; b++)
        {
            // Bytes that the code page does not define decode to control characters or to U+FFFD: neither is a character of a book.
            encoding.GetChars([(byte)b], one);
            if (one[0] != '\ufffd' && (one[0] < '\u0080' || one[0] >= '\u00a0'))
                bytes[one[0]] = (short)b;
        }
    }

    public override bool Has(char c) => bytes[c] != Lacking;

    public override bool HasAll(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (bytes[c] == Lacking)
                return false;
        }

        return true;
    }

    public override void Write(ReadOnlySpan<char> text, ByteBuffer output)
    {
        var target = output.Reserve(text.Length);
        for (var i = 0; i < text.Length; i++)
            target[i] = (byte)bytes[text[i]];
        output.Advance(text.Length);
    }
}
