using System.Buffers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Fuzz;

/// <summary>Changes bytes in one to six places: blindly, and with an eye for values between marks, numbers and nesting.</summary>
internal sealed class FuzzMutator(SampleRandom random, IReadOnlyList<byte[]> others, IReadOnlyList<byte[]> tokens)
{
    private const int BytesMax = 64 * 1024;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"'<>,;:{}[]()\r\n\t&=|/ "u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789.-"u8);

    public byte[] Mutate(byte[] original)
    {
        var bytes = original;
        for (var n = random.Below(3) == 0 ? random.Below(6) : random.Below(2); n >= 0; n--)
            bytes = Once(bytes);
        return bytes.Length <= BytesMax ? bytes : bytes[..BytesMax];
    }

    private byte[] Once(byte[] bytes)
    {
        var at = Place(bytes);
        return random.Below(14) switch
        {
            0 => Set(bytes, at, (byte)((bytes.Length > at ? bytes[at] : 0) ^ (1 << random.Below(8)))),
            1 => Set(bytes, at, (byte)random.Below(256)),
            2 => Replace(bytes, at, Span(bytes, at, 40), []),
            3 => Replace(bytes, at, 0, Repeat(bytes.AsSpan(at, Span(bytes, at, 80)))),
            4 => Replace(bytes, at, 0, Token()),
            5 => Replace(bytes, at, Span(bytes, at, 12), Token()),
            6 => Splice(bytes, at),
            7 => bytes[..at],
            8 or 9 or 10 => Value(bytes, at, Marks, isNumber: false),
            11 => Value(bytes, at, Digits, isNumber: true),
            12 => Swap(bytes, at),
            _ => Replace(bytes, at, Span(bytes, at, 12), Noise()),
        };
    }

    private int Place(byte[] bytes) => random.Below(bytes.Length + 1);

    private int Span(byte[] bytes, int at, int most) => Math.Min(bytes.Length - at, random.Below(most));

    private byte[] Token() => tokens.Count == 0 ? Noise() : random.Pick(tokens);

    private byte[] Noise()
    {
        var noise = new byte[random.Below(24)];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = (byte)random.Below(256);
        return noise;
    }

    // Mostly twice, now and then a thousand times: what grows with the square of something shows only then.
    private byte[] Repeat(ReadOnlySpan<byte> span)
    {
        var times = random.Below(40) == 0 ? 1_000 : 1 + random.Below(4);
        var repeated = new byte[Math.Min(span.Length * times, BytesMax)];
        for (var at = 0; at < repeated.Length; at += span.Length)
            span[..Math.Min(span.Length, repeated.Length - at)].CopyTo(repeated.AsSpan(at));
        return repeated;
    }

    private byte[] Splice(byte[] bytes, int at)
    {
        var other = random.Pick(others);
        var from = Place(other);
        return [.. bytes.AsSpan(0, at), .. other.AsSpan(from)];
    }

    // The whole of what stands between two marks, or of a number, becomes a token.
    private byte[] Value(byte[] bytes, int at, SearchValues<byte> set, bool isNumber)
    {
        var (from, to) = (at, at);
        while (from > 0 && set.Contains(bytes[from - 1]) == isNumber)
            from--;
        while (to < bytes.Length && set.Contains(bytes[to]) == isNumber)
            to++;
        return Replace(bytes, from, to - from, isNumber ? random.Pick(FuzzTokens.Numbers) : Token());
    }

    private byte[] Swap(byte[] bytes, int at)
    {
        var middle = at + Span(bytes, at, 60);
        var end = middle + Span(bytes, middle, 60);
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(middle, end - middle), .. bytes.AsSpan(at, middle - at), .. bytes.AsSpan(end)];
    }

    private static byte[] Set(byte[] bytes, int at, byte value)
    {
        var changed = bytes.ToArray();
        if (at < changed.Length)
            changed[at] = value;
        return changed;
    }

    private static byte[] Replace(byte[] bytes, int at, int length, ReadOnlySpan<byte> by) => [.. bytes.AsSpan(0, at), .. by, .. bytes.AsSpan(at + length)];
}
