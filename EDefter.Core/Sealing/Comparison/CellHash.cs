using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>64-bit hashes of cells, to find a row again without holding it. Nothing secret and nothing proven rests on them.</summary>
internal static class CellHash
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The cell as it is; numbers without the zeros at their end.</summary>
    public static ulong Strict(in TableCell cell)
    {
        var text = cell.Text.AsSpan();
        if (cell.Form is CellForm.Number or CellForm.Date && text.Contains('.') && !text.ContainsAny('E', 'e'))
            text = text.TrimEnd('0').TrimEnd('.');
        return Mix(OfText(text) + (ulong)cell.Form);
    }

    /// <summary>The cell without what table programs and wrong encodings do to it: lost zeros, lost digits, other separators, dates in any form, damaged letters.</summary>
    public static ulong Tolerant(in TableCell cell)
    {
        if (CellDay.MayBe(cell))
            return Mix(1);
        if (CellNumber.Read(cell.Text) is { } number)
            return Mix(OfSize((double)number.Value));
        var hash = Basis;
        foreach (var c in cell.Text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                hash = (hash ^ (uint)(c | 0x20)) * Prime;
        }

        return Mix(hash);
    }

    // Two digits and the place of the point: what every shortened number still shows.
    private static ulong OfSize(double value)
    {
        if (value == 0)
            return 2;
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var digits = (int)Math.Round(Math.Abs(value) / Math.Pow(10, exponent - 1));
        if (digits == 100)
            (digits, exponent) = (10, exponent + 1);
        return (ulong)((((exponent + 64) * 128) + digits) * 2) + (value < 0 ? 1UL : 0) + 3;
    }

    public static ulong OfText(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    // Hashes are added up, so their bits must be well spread.
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
