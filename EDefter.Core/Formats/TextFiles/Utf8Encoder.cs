using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>UTF-8: has every character that is whole.</summary>
internal sealed class Utf8Encoder : TextEncoder
{
    public static readonly Utf8Encoder Instance = new();

    public override bool Has(char c) => true;

    public override bool HasAll(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var at = text.IndexOfAnyInRange('\ud800', '\udfff');
            if (at < 0)
                return true;
            if (Rune.DecodeFromUtf16(text[at..], out _, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            text = text[(at + used)..];
        }

        return true;
    }

    public override void Write(ReadOnlySpan<char> text, ByteBuffer output)
    {
        var target = output.Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, target));
    }
}
