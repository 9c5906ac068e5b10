using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace EDefter.Core.Text;

/// <summary>
/// 64-bit identities of texts, the same on every machine and in every run, so that they may be stored. Two of a few million texts collide once in ten
/// million such sets: good for "has this been seen", never for secrets.
/// </summary>
internal static class TextHash
{
    public static ulong Of(ReadOnlySpan<char> text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));

    /// <summary>The identity of what came before, followed by a text: "AB" and then "C" is not "A" and then "BC".</summary>
    public static ulong Then(ulong before, ReadOnlySpan<char> text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), (long)before);

    public static ulong Then(ulong before, ulong next) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in next)), (long)before);
}
