namespace EDefter.Core.Reading;

/// <summary>
/// Measures the bytes since the last "&lt;" of an XML file that opens or closes something: an XML reader holds a tag, a text or a CDATA section in memory as a whole, however long.
/// In a section no "&lt;" counts; in a file of two or four bytes a character none counts at all, because its bytes say nothing.
/// </summary>
internal sealed class MarkupRun
{
    private const int Carried = 8;

    private readonly byte[] tail = new byte[Carried];
    private int tailLength;
    private bool isBegun;
    private bool isWide;
    private bool inSection;

    /// <summary>Bytes since then.</summary>
    public long Length { get; private set; }

    /// <summary>Takes the next bytes of the file.</summary>
    /// <returns>The longest run that ended in them or goes on behind them.</returns>
    public long Take(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty)
            return Length;
        if (!isBegun)
            isWide = piece[0] is 0 or 0xFE or 0xFF || (piece.Length > 1 && piece[1] == 0);
        isBegun = true;
        var longest = isWide ? Length += piece.Length : Watch(piece);
        Keep(piece);
        return longest;
    }

    private static ReadOnlySpan<byte> SectionStart => "<![CDATA["u8;

    private static ReadOnlySpan<byte> SectionEnd => "]]>"u8;

    private long Watch(ReadOnlySpan<byte> piece)
    {
        var longest = 0L;
        var at = 0;
        while (at < piece.Length)
        {
            var mark = Find(piece, at, inSection ? SectionEnd : SectionStart);
            var end = mark < 0 ? piece.Length : mark;
            longest = Math.Max(longest, inSection ? Length + end - at : Plain(piece[at..end]));
            Length = inSection ? Length + end - at : Length;
            at = end;
            if (mark < 0)
                break;
            if (!inSection)
                Length = 0;
            inSection = !inSection;
        }

        return longest;
    }

    // Outside of sections the last "<" begins a new run; one inside the piece cannot be longer than the piece.
    private long Plain(ReadOnlySpan<byte> plain)
    {
        var first = plain.IndexOf((byte)'<');
        if (first < 0)
            return Length += plain.Length;
        var longest = Math.Max(Length + first, plain.Length);
        Length = plain.Length - plain.LastIndexOf((byte)'<');
        return longest;
    }

    // Where the mark that may have begun in the piece before ends; -1 when it is not in this one.
    private int Find(ReadOnlySpan<byte> piece, int from, ReadOnlySpan<byte> mark)
    {
        if (from == 0 && tailLength > 0)
        {
            Span<byte> seam = stackalloc byte[2 * Carried];
            var before = Math.Min(tailLength, mark.Length - 1);
            tail.AsSpan(tailLength - before, before).CopyTo(seam);
            var after = Math.Min(piece.Length, mark.Length - 1);
            piece[..after].CopyTo(seam[before..]);
            if (seam[..(before + after)].IndexOf(mark) is >= 0 and var place)
                return place + mark.Length - before;
        }

        return piece[from..].IndexOf(mark) is >= 0 and var found ? from + found + mark.Length : -1;
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        if (piece.Length >= Carried)
        {
            piece[^Carried..].CopyTo(tail);
            tailLength = Carried;
            return;
        }

        var kept = Math.Min(tailLength, Carried - piece.Length);
        tail.AsSpan(tailLength - kept, kept).CopyTo(tail);
        piece.CopyTo(tail.AsSpan(kept));
        tailLength = kept + piece.Length;
    }
}
