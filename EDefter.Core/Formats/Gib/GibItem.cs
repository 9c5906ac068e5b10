using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// One XBRL item with its tags as bytes. Attributes stand in canonical order. Monetary items and counters carry <c>decimals="INF"</c> and a
/// unit; counts inside a segment carry no decimals (Berat Kılavuzu 2.2.1).
/// </summary>
internal sealed class GibItem
{
    private GibItem(string open, string close)
    {
        OpenTag = Encoding.UTF8.GetBytes(open);
        CloseTag = Encoding.UTF8.GetBytes(close);
    }

    public byte[] OpenTag { get; }

    public byte[] CloseTag { get; }

    /// <summary>Place in its <see cref="GibItemTable"/>; of no meaning outside one.</summary>
    public byte Index { get; set; }

    public static GibItem OfText(string name, string context) => Of(name, $"contextRef=\"{context}\"");

    public static GibItem OfAmount(string name, string context, string unit) => Of(name, $"contextRef=\"{context}\" decimals=\"INF\" unitRef=\"{unit}\"");

    public static GibItem OfCount(string name, string context) => Of(name, $"contextRef=\"{context}\" decimals=\"INF\" unitRef=\"countable\"");

    public static GibItem OfSegment(string name, string context) => Of(name, $"contextRef=\"{context}\" unitRef=\"countable\"");

    /// <summary>A tag of the structure, which holds no value itself.</summary>
    public static GibItem OfTag(string tag) => new(tag + "\n", string.Empty);

    private static GibItem Of(string name, string attributes) => new($"<{name} {attributes}>", $"</{name}>\n");

    public void Write<TSink>(ref TSink sink)
        where TSink : struct, IXmlSink
    {
        sink.Open(this);
        sink.Close(this);
    }

    public void Write<TSink>(ref TSink sink, string? text)
        where TSink : struct, IXmlSink
    {
        if (string.IsNullOrEmpty(text))
            return;
        sink.Open(this);
        sink.Text(text);
        sink.Close(this);
    }

    /// <summary>Writes the element even where there is nothing to say: the schema demands it, and allows it to be empty.</summary>
    public void WriteAlways<TSink>(ref TSink sink, string? text)
        where TSink : struct, IXmlSink
    {
        sink.Open(this);
        sink.Text(text);
        sink.Close(this);
    }

    public void Write<TSink>(ref TSink sink, long number)
        where TSink : struct, IXmlSink
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var length);
        WriteRaw(ref sink, digits[..length]);
    }

    /// <summary>Two decimals, always: the rules compare some amounts as text (yevmiye schematron Y84).</summary>
    public void WriteAmount<TSink>(ref TSink sink, decimal amount)
        where TSink : struct, IXmlSink => WriteFormatted(ref sink, amount, "F2");

    /// <summary>Every digit that was sent, without zeros behind it.</summary>
    public void WriteExact<TSink>(ref TSink sink, decimal? value)
        where TSink : struct, IXmlSink
    {
        if (value is { } number)
            WriteFormatted(ref sink, number, "0.############################");
    }

    /// <summary>yyyy-MM-dd without a zone: the rules compare dates as text.</summary>
    public void Write<TSink>(ref TSink sink, DateOnly? date)
        where TSink : struct, IXmlSink
    {
        if (date is { } day)
            WriteFormatted(ref sink, day, "O");
    }

    private void WriteFormatted<TSink, TValue>(ref TSink sink, TValue value, string format)
        where TSink : struct, IXmlSink
        where TValue : struct, IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        if (!value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture))
            throw new FormatException("A value is longer than any amount or date.");
        WriteRaw(ref sink, text[..length]);
    }

    private void WriteRaw<TSink>(ref TSink sink, ReadOnlySpan<byte> value)
        where TSink : struct, IXmlSink
    {
        sink.Open(this);
        sink.Raw(value);
        sink.Close(this);
    }
}
