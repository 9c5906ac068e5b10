using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using EDefter.Core.Text;

namespace EDefter.Core.Reading;

/// <summary>JSON strings by hand, where the library would lose something: lone surrogates survive reading and writing (MET001 speaks of them).</summary>
internal static class JsonText
{
    // A UTF-16 code unit outside the surrogates; two of a pair make four bytes.
    private const int BytesPerCharacterMax = 3;

    // Texts up to here are decoded in one pass.
    private const int ShortBytesMax = 128;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    public static bool TryDecode(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        Span<char> characters = stackalloc char[ShortBytesMax];
        if (utf8.Length > characters.Length)
            text = Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
        else
            text = Utf8.ToUtf16(utf8, characters, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done ? new string(characters[..length]) : null;
        return text is not null;
    }

    /// <summary>Resolves the escapes of a JSON string that the tokenizer has accepted; a lone surrogate stays one.</summary>
    public static string Unescape(ReadOnlySpan<byte> escaped, string? id, string member)
    {
        var text = new StringBuilder(escaped.Length);
        while (escaped.Length > 0)
        {
            var at = escaped.IndexOf((byte)'\\');
            var plain = at < 0 ? escaped : escaped[..at];
            if (!Utf8.IsValid(plain))
                throw VoucherJsonValue.Unreadable(id, $"\"{member}\" metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");
            text.Append(Strict.GetString(plain));
            if (at < 0)
                break;
            var kind = escaped[at + 1];
            if (kind == 'u')
            {
                text.Append((char)ushort.Parse(escaped.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                escaped = escaped[(at + 6)..];
                continue;
            }

            text.Append(kind switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                _ => (char)kind,
            });
            escaped = escaped[(at + 2)..];
        }

        return text.ToString();
    }

    /// <summary>Writes a quoted JSON string; only what JSON demands is escaped, and lone surrogates as \uXXXX.</summary>
    public static void Write(ByteBuffer output, string text)
    {
        // Nearly every text is written as it is, in one piece with its quotation marks.
        var target = output.Reserve((text.Length * BytesPerCharacterMax) + 2);
        if (text.AsSpan().ContainsAny(NeedsEscape) || Utf8.FromUtf16(text, target[1..], out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            WriteEscaped(output, text);
            return;
        }

        target[0] = target[written + 1] = (byte)'"';
        output.Advance(written + 2);
    }

    private static void WriteEscaped(ByteBuffer output, string text)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        while (true)
        {
            var stop = rest.IndexOfAny(NeedsEscape);
            var plain = stop < 0 ? rest : rest[..stop];
            // Stops by itself in front of a lone surrogate.
            Utf8.FromUtf16(plain, output.Reserve(plain.Length * BytesPerCharacterMax), out var read, out var written, replaceInvalidSequences: false);
            output.Advance(written);
            if (read == rest.Length)
                break;
            WriteEscape(output, rest[read]);
            rest = rest[(read + 1)..];
        }

        output.Write("\""u8);
    }

    /// <summary>Copies JSON without the white space between its tokens.</summary>
    public static void WriteCompact(ByteBuffer output, ReadOnlySpan<byte> json)
    {
        var target = output.Reserve(json.Length);
        var written = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (inString)
            {
                target[written++] = b;
                if (b == '\\')
                    target[written++] = json[++i];
                else if (b == '"')
                    inString = false;
            }
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                target[written++] = b;
                inString = b == '"';
            }
        }

        output.Advance(written);
    }

    private static void WriteEscape(ByteBuffer output, char c)
    {
        switch (c)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            default:
                var target = output.Reserve(6);
                "\\u"u8.CopyTo(target);
                ((ushort)c).TryFormat(target[2..], out _, "x4", CultureInfo.InvariantCulture);
                output.Advance(6);
                break;
        }
    }
}
