using System.Buffers.Binary;
using System.IO.Compression;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Fuzz;

/// <summary>Changes a ZIP behind its checksums: parts, names, the table of contents, the sizes it tells; ZIPs inside it too.</summary>
internal sealed class FuzzZip(FuzzMutator mutator, SampleRandom random, Func<List<(string Name, byte[] Content)>, List<(string Name, byte[] Content)>>? reseal)
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["", "/", "../x", "..\\x", "/etc/passwd", "C:\\x", "a/../../b", "NUL", "x\0y", "\u202exslx", "manifest.json", "[Content_Types].xml", "xl/workbook.xml", "_rels/.rels", "company.ndjson", "blobs/archives/baska/x", "blobs/charts/x", "books/0000/2025-01-01/rows.ndjson", new string('n', 3_000)];

    public byte[] Mutate(byte[] zip)
    {
        if (random.Below(12) == 0 || Open(zip) is not { } parts)
            return mutator.Mutate(zip);
        for (var n = random.Below(3); n >= 0; n--)
            Change(parts);
        if (reseal is not null && random.Below(8) > 0)
            parts = reseal(parts);
        var packed = Pack(parts, random.Below(4) == 0 ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        return random.Below(6) == 0 ? Lie(packed) : packed;
    }

    // One that lies about itself already is taken for bytes.
    private static List<(string Name, byte[] Content)>? Open(byte[] zip)
    {
        try
        {
            return Sealing.Archives.Open(zip);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static byte[] Pack(IReadOnlyList<(string Name, byte[] Content)> parts, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name.Length == 0 ? "_" : name, level);
                entry.LastWriteTime = Time;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return packed.ToArray();
    }

    private void Change(List<(string Name, byte[] Content)> parts)
    {
        if (parts.Count == 0)
            return;
        var at = random.Below(parts.Count);
        var (name, content) = parts[at];
        switch (random.Below(10))
        {
            case 0:
                parts[at] = (random.Below(2) == 0 ? random.Pick(Names) : random.Pick(parts).Name, content);
                break;
            case 1:
                parts.RemoveAt(at);
                break;
            case 2:
                parts.Add((random.Below(2) == 0 ? name : random.Pick(Names), random.Pick(parts).Content));
                break;
            default:
                parts[at] = (name, IsZip(content) && random.Below(4) > 0 ? new FuzzZip(mutator, random, reseal: null).Mutate(content) : mutator.Mutate(content));
                break;
        }
    }

    private static bool IsZip(byte[] content) => content.AsSpan().StartsWith("PK\u0003\u0004"u8);

    // A field of a header says something else than the truth.
    private byte[] Lie(byte[] zip)
    {
        ReadOnlySpan<byte> signature = random.Below(3) switch { 0 => "PK\u0003\u0004"u8, 1 => "PK\u0001\u0002"u8, _ => "PK\u0005\u0006"u8 };
        var skip = random.Below(4);
        var at = zip.AsSpan().IndexOf(signature);
        for (; skip > 0 && at >= 0 && zip.AsSpan(at + 4).IndexOf(signature) is >= 0 and var next; skip--)
            at += 4 + next;
        if (at < 0)
            return zip;
        var place = at + 4 + random.Below(18) * 2;
        if (place + 4 > zip.Length)
            return zip;
        var said = random.Below(6) switch { 0 => 0u, 1 => uint.MaxValue, 2 => 0x7FFF_FFFFu, 3 => 0xFFFFu, 4 => (uint)zip.Length, _ => (uint)random.Next() };
        if (random.Below(2) == 0)
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(place), said);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(place), (ushort)said);
        return zip;
    }
}
