using System.Text;

namespace EDefter.Core.Reading.Tables;

/// <summary>Counts over the bytes of a text, piece by piece.</summary>
internal sealed class TextScan
{
    private readonly Decoder utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] characters = new char[64 * 1024 + 4];
    private byte before = (byte)'\n';
    private long feeds;
    private long returns;
    private long both;
    private long opening;
    private long closing;

    public bool IsAscii { get; private set; } = true;

    public bool IsUtf8 { get; private set; } = true;

    /// <summary>As many values end in a quote as begin with one.</summary>
    public bool IsQuoted => opening > 0 && closing >= opening;

    public string LineEnd => (feeds, returns, both) switch
    {
        (0, 0, 0) => string.Empty,
        _ when both >= feeds && both >= returns => "\r\n",
        _ => feeds >= returns ? "\n" : "\r",
    };

    public void Add(ReadOnlySpan<byte> bytes)
    {
        IsAscii &= Ascii.IsValid(bytes);
        Decode(bytes, flush: false);
        foreach (var b in bytes)
        {
            Count(b);
            before = b;
        }
    }

    public void End()
    {
        Decode([], flush: true);
        if (before == '"')
            closing++;
    }

    private void Count(byte b)
    {
        if (b == '\n')
        {
            if (before == '\r')
            {
                both++;
                returns--;
            }
            else
            {
                feeds++;
            }
        }
        else if (b == '\r')
        {
            returns++;
        }

        if (b == '"')
        {
            // The last byte of a byte order mark stands before the first value.
            if (IsBoundary(before) || before is 0xBF or 0xFE or 0xFF)
                opening++;
        }
        else if (before == '"' && IsBoundary(b))
        {
            closing++;
        }
    }

    private static bool IsBoundary(byte b) => b is (byte)';' or (byte)',' or (byte)'\t' or (byte)'|' or (byte)'\r' or (byte)'\n';

    private void Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        if (!IsUtf8)
            return;
        try
        {
            utf8.GetChars(bytes, characters, flush);
        }
        catch (DecoderFallbackException)
        {
            // Not hidden: it is the answer to the question whether the bytes are UTF-8.
            IsUtf8 = false;
        }
    }
}
