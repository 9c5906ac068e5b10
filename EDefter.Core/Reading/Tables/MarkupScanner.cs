using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// Reads the plain XML that table programs write: UTF-8, tags, character data and the five named references. It takes nothing that an XML reader would refuse, and
/// what it does not know (comments, CDATA, numbered references, other encodings) it calls <see cref="MarkupToken.Unusual"/> instead of guessing; after that it says nothing more.
/// </summary>
internal sealed class MarkupScanner(Stream source) : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private const int AttributesMax = 64;
    private const int DepthMax = 64;

    private static readonly HashSet<string> Declarations =
        [.. from encoding in (string[])["", " encoding=\"UTF-8\"", " encoding=\"utf-8\""] from alone in (string[])["", " standalone=\"yes\"", " standalone=\"no\""] select "<?xml version=\"1.0\"" + encoding + alone];

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_:"u8);

    // Control characters, a reference, and what may be the "]]>" that no text may hold or the start of U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> Doubtful = SearchValues.Create([.. Enumerable.Range(0, 32).Where(static b => b is not ('\t' or '\n')).Select(static b => (byte)b), (byte)'&', (byte)']', 0xEF]);

    private readonly List<(int Depth, byte[] Name)> prefixes = [(0, "xml"u8.ToArray())];
    private readonly byte[][] open = new byte[DepthMax][];
    private readonly int[] openLengths = new int[DepthMax];
    private readonly (int Name, int NameEnd, int Value, int ValueEnd)[] attributes = new (int, int, int, int)[AttributesMax];
    private byte[] buffer = new byte[BufferBytes];
    private int at;
    private int filled;
    private bool isOver;
    private bool endFollows;
    private bool hasRoot;
    private bool isUnusual;
    private int attributeCount;
    private (int From, int To) content;
    private string? resolved;

    /// <summary>Elements that are open; a start tag's own is one of them, an end tag's no longer.</summary>
    public int Depth { get; private set; }

    /// <summary>Name of the tag, or the character data as it stands in the file; good until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Content => buffer.AsSpan(content.From, content.To - content.From);

    /// <summary>The attribute of a start tag as it stands in the file; empty when there is none.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < attributeCount; i++)
        {
            var (from, to, value, valueEnd) = attributes[i];
            if (buffer.AsSpan(from, to - from).SequenceEqual(name))
                return buffer.AsSpan(value, valueEnd - value);
        }

        return default;
    }

    /// <summary>What follows, for readers who know a run of whole elements by sight (<see cref="Pass"/>); nothing where an end follows that is not written.</summary>
    /// <param name="least">So many bytes, where the document has them.</param>
    public ReadOnlySpan<byte> Ahead(int least)
    {
        if (isUnusual || endFollows)
            return default;
        while (filled - at < least && Fill())
        {
            // Until there is enough, or no more.
        }

        return buffer.AsSpan(at, filled - at);
    }

    /// <summary>Goes behind whole elements that were read in <see cref="Ahead"/>.</summary>
    public void Pass(int bytes) => at += bytes;

    /// <summary>Character data without references and whatever else needs a second look.</summary>
    /// <returns>Null when it needs one.</returns>
    public static string? PlainText(ReadOnlySpan<byte> text) => text.ContainsAny(Doubtful) || !Utf8.IsValid(text) ? null : Encoding.UTF8.GetString(text);

    public MarkupToken Read()
    {
        if (isUnusual)
            return MarkupToken.Unusual;
        if (endFollows)
        {
            endFollows = false;
            Close();
            return MarkupToken.End;
        }

        var token = hasRoot || ReadProlog() ? ReadToken() : MarkupToken.Unusual;
        isUnusual = token is MarkupToken.Unusual;
        return token;
    }

    /// <summary>The present character data with its references resolved.</summary>
    /// <returns>Null when it holds line ends that an XML reader would write in another way.</returns>
    public string? Text() => resolved ?? (Content.Contains((byte)'\r') ? null : Encoding.UTF8.GetString(Content));

    public void Dispose() => source.Dispose();

    private static string? Resolved(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\0', '\u0008') || text.AsSpan().ContainsAnyInRange('\u000b', '\u001f') || text.AsSpan().ContainsAny('\ufffe', '\uffff') || text.Contains("]]>", StringComparison.Ordinal))
            return null;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '&')
            {
                plain.Append(text[i]);
                continue;
            }

            var end = text.IndexOf(';', i);
            if (end < 0 || ReferenceOf(text.AsSpan(i + 1, end - i - 1)) is not { } meant)
                return null;
            plain.Append(meant);
            i = end;
        }

        return plain.ToString();
    }

    private static char? ReferenceOf(ReadOnlySpan<char> name) => name switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => null,
    };

    // A byte order mark, and a declaration that says UTF-8 or nothing of an encoding.
    private bool ReadProlog()
    {
        hasRoot = true;
        while (filled < 256 && Fill())
        {
            // The prolog must lie in the buffer.
        }

        if (buffer.AsSpan(0, filled).StartsWith("\ufeff"u8))
            at = 3;
        if (!buffer.AsSpan(at, filled - at).StartsWith("<?"u8))
            return true;
        var end = buffer.AsSpan(at, filled - at).IndexOf("?>"u8);
        if (end < 0)
            return false;
        var declaration = Encoding.Latin1.GetString(buffer, at, end);
        if (!declaration.Contains('"', StringComparison.Ordinal))
            declaration = declaration.Replace('\'', '"');
        at += end + 2;
        return Declarations.Contains(declaration);
    }

    private MarkupToken ReadToken()
    {
        var length = Find((byte)'<', from: 0);
        if (length < 0)
            length = filled - at;
        if (length > 0)
            return ReadText(length);
        if (at == filled)
            return Depth == 0 && openLengths[0] > 0 ? MarkupToken.Done : MarkupToken.Unusual;
        var end = Find((byte)'>', from: 1);
        if (end < 0 || end < 2)
            return MarkupToken.Unusual;
        var tag = at + 1;
        var tagEnd = at + end;
        at = tagEnd + 1;
        return buffer[tag] == '/' ? ReadEnd(tag + 1, tagEnd) : ReadStart(tag, tagEnd);
    }

    private MarkupToken ReadText(int length)
    {
        content = (at, at + length);
        at += length;
        resolved = null;
        if (IsWhite(Content))
            return MarkupToken.Text;
        // Outside the root stands nothing but white space.
        if (Depth == 0 || !Utf8.IsValid(Content))
            return MarkupToken.Unusual;
        if (!Content.ContainsAny(Doubtful))
            return MarkupToken.Text;
        resolved = Resolved(Encoding.UTF8.GetString(Content));
        return resolved is null ? MarkupToken.Unusual : MarkupToken.Text;
    }

    /// <summary>Nothing but white space, as it stands between elements.</summary>
    public static bool IsWhite(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \n\t\r"u8) < 0;

    private MarkupToken ReadEnd(int from, int to)
    {
        while (to > from && buffer[to - 1] is (byte)' ' or (byte)'\n')
            to--;
        if (Depth == 0 || !buffer.AsSpan(from, to - from).SequenceEqual(open[Depth - 1].AsSpan(0, openLengths[Depth - 1])))
            return MarkupToken.Unusual;
        content = (from, to);
        Close();
        return MarkupToken.End;
    }

    private MarkupToken ReadStart(int from, int to)
    {
        if (buffer[to - 1] == '/')
        {
            to--;
            endFollows = true;
        }

        var nameEnd = NameEnd(from, to);
        // A second root is none.
        if (nameEnd == from || !IsNameStart(buffer[from]) || Depth == DepthMax || (Depth == 0 && openLengths[0] > 0) || !ReadAttributes(nameEnd, to) || !KnowsPrefix(from, nameEnd))
            return MarkupToken.Unusual;
        content = (from, nameEnd);
        Push();
        return MarkupToken.Start;
    }

    private void Push()
    {
        var name = Content;
        if (open[Depth] is null || open[Depth].Length < name.Length)
            open[Depth] = new byte[Math.Max(16, name.Length)];
        name.CopyTo(open[Depth]);
        openLengths[Depth++] = name.Length;
    }

    private void Close()
    {
        Depth--;
        while (prefixes[^1].Depth > Depth)
            prefixes.RemoveAt(prefixes.Count - 1);
    }

    private bool ReadAttributes(int from, int to)
    {
        attributeCount = 0;
        while (from < to)
        {
            var start = from;
            while (from < to && buffer[from] is (byte)' ' or (byte)'\n')
                from++;
            if (from == to)
                break;
            if (from == start || attributeCount == AttributesMax || !ReadAttribute(ref from, to))
                return false;
        }

        return AreKnown();
    }

    private bool ReadAttribute(ref int from, int to)
    {
        var nameEnd = NameEnd(from, to);
        if (nameEnd == from || !IsNameStart(buffer[from]) || nameEnd + 1 >= to || buffer[nameEnd] != '=' || buffer[nameEnd + 1] is not ((byte)'"' or (byte)'\''))
            return false;
        var value = nameEnd + 2;
        var length = buffer.AsSpan(value, to - value).IndexOf(buffer[nameEnd + 1]);
        if (length < 0 || !IsSound(buffer.AsSpan(value, length)))
            return false;
        attributes[attributeCount++] = (from, nameEnd, value, value + length);
        from = value + length + 1;
        return true;
    }

    private static bool IsSound(ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)'<'))
            return false;
        var isPlain = value.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && !value.Contains((byte)'&');
        return isPlain || (value.IndexOfAnyInRange((byte)0, (byte)31) < 0 && Utf8.IsValid(value) && Resolved(Encoding.UTF8.GetString(value)) is not null);
    }

    // No name twice, whatever its prefix (two prefixes may be of one namespace), and no prefix that nobody has declared.
    private bool AreKnown()
    {
        for (var i = 0; i < attributeCount; i++)
        {
            var name = NameOf(i);
            for (var j = 0; j < i; j++)
            {
                if (LocalOf(name).SequenceEqual(LocalOf(NameOf(j))))
                    return false;
            }

            if (name.StartsWith("xmlns"u8) && !Declares(i))
                return false;
            if (name.StartsWith("xml:"u8) && !(name.SequenceEqual("xml:space"u8) && ValueOf(i).SequenceEqual("preserve"u8)))
                return false;
        }

        for (var i = 0; i < attributeCount; i++)
        {
            if (!NameOf(i).StartsWith("xmlns"u8) && !KnowsPrefix(attributes[i].Name, attributes[i].NameEnd))
                return false;
        }

        return true;
    }

    private bool Declares(int attribute)
    {
        var name = NameOf(attribute);
        var value = ValueOf(attribute);
        // The namespaces of XML itself may be given to no other prefix.
        if (value.StartsWith("http://www.w3.org/XML/"u8) || value.StartsWith("http://www.w3.org/2000/"u8))
            return false;
        if (name.Length == 5)
            return true;
        if (name[5] != ':' || name.Length == 6 || !IsNameStart(name[6]) || LocalOf(name).StartsWith("xml"u8) || value.IsEmpty)
            return false;
        prefixes.Add((Depth + 1, LocalOf(name).ToArray()));
        return true;
    }

    private static ReadOnlySpan<byte> LocalOf(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private bool KnowsPrefix(int from, int to)
    {
        var name = buffer.AsSpan(from, to - from);
        var colon = name.IndexOf((byte)':');
        if (colon < 0)
            return true;
        if (colon == name.Length - 1 || name[(colon + 1)..].Contains((byte)':') || !IsNameStart(name[colon + 1]))
            return false;
        foreach (var (_, prefix) in prefixes)
        {
            if (name[..colon].SequenceEqual(prefix))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<byte> NameOf(int attribute) => buffer.AsSpan(attributes[attribute].Name, attributes[attribute].NameEnd - attributes[attribute].Name);

    private ReadOnlySpan<byte> ValueOf(int attribute) => buffer.AsSpan(attributes[attribute].Value, attributes[attribute].ValueEnd - attributes[attribute].Value);

    private int NameEnd(int from, int to)
    {
        while (from < to && NameBytes.Contains(buffer[from]))
            from++;
        return from;
    }

    private static bool IsNameStart(byte b) => char.IsAsciiLetter((char)b) || b == '_';

    // Distance of the next such byte; -1 when the document ends before it.
    private int Find(byte sought, int from)
    {
        while (true)
        {
            var found = at + from < filled ? buffer.AsSpan(at + from, filled - at - from).IndexOf(sought) : -1;
            if (found >= 0)
                return from + found;
            from = filled - at;
            if (!Fill())
                return -1;
        }
    }

    private bool Fill()
    {
        if (isOver)
            return false;
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        filled -= at;
        at = 0;
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = source.Read(buffer.AsSpan(filled));
        filled += read;
        isOver = read == 0;
        return !isOver;
    }
}
