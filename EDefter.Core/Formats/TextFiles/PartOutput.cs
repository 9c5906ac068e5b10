using System.Globalization;
using System.IO.Compression;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// Where the bytes of a part go. A part whose head tells how many entries follow cannot be written straight: it is held compressed until it
/// ends (a twentieth of the part, never of the month), and the number goes where it was left out.
/// </summary>
internal sealed class PartOutput : IDisposable
{
    /// <summary>Digits of the largest number of entries.</summary>
    public const int CountDigitsMax = 20;

    private readonly MemoryStream held = new();
    private byte[] head = [];
    private int[] places = [];
    private Stream? target;
    private Stream? compressing;

    /// <summary>Bytes so far, with room for the numbers that are still missing.</summary>
    public long Bytes { get; private set; }

    /// <summary>The head alone: bytes of a part without entries.</summary>
    public long HeadBytes { get; private set; }

    public void Begin(Stream output, ReadOnlySpan<byte> headBytes, IReadOnlyList<int> countPlaces)
    {
        target = output;
        HeadBytes = Bytes = headBytes.Length + ((long)CountDigitsMax * countPlaces.Count);
        places = [.. countPlaces];
        if (places.Length == 0)
        {
            output.Write(headBytes);
            return;
        }

        head = headBytes.ToArray();
        held.SetLength(0);
        compressing = new DeflateStream(held, CompressionLevel.Fastest, leaveOpen: true);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        (compressing ?? target!).Write(bytes);
        Bytes += bytes.Length;
    }

    public void End(long entries)
    {
        if (compressing is not null)
        {
            compressing.Dispose();
            compressing = null;
            WriteHead(entries.ToString(CultureInfo.InvariantCulture));
            MoveHeld();
        }

        target = null;
    }

    public void Dispose()
    {
        compressing?.Dispose();
        held.Dispose();
    }

    private void MoveHeld()
    {
        // Nothing at all is compressed to nothing at all, which is no compressed stream.
        if (held.Length == 0)
            return;
        held.Position = 0;
        using var inflating = new DeflateStream(held, CompressionMode.Decompress, leaveOpen: true);
        inflating.CopyTo(target!);
    }

    private void WriteHead(string count)
    {
        var digits = System.Text.Encoding.ASCII.GetBytes(count);
        var at = 0;
        foreach (var place in places)
        {
            target!.Write(head.AsSpan(at, place - at));
            target.Write(digits);
            at = place;
        }

        target!.Write(head.AsSpan(at));
    }
}
