using System.Buffers.Binary;

namespace EDefter.Core.Reading;

/// <summary>Looks at the end of a ZIP before it is opened: opening reads its whole table of contents into memory, however long.</summary>
internal static class ZipDirectory
{
    private const int EndRecordBytes = 22;
    private const int CommentBytesMax = 65_535;
    private const uint EndSignature = 0x06054B50;

    /// <summary>The size of the table of contents; null when the stream is no ZIP. Uploads with 64-bit tables are over every limit.</summary>
    public static long? SizeOf(Stream upload)
    {
        var length = (int)Math.Min(upload.Length, EndRecordBytes + CommentBytesMax);
        var tail = new byte[length];
        upload.Seek(-length, SeekOrigin.End);
        upload.ReadExactly(tail);
        for (var at = length - EndRecordBytes; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndSignature)
                continue;
            // One of these says that the table stands elsewhere, in 64 bits; a table that begins behind its own end stands nowhere.
            var (disk, entries, begin) = (BinaryPrimitives.ReadUInt16LittleEndian(record[4..]), BinaryPrimitives.ReadUInt16LittleEndian(record[10..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
            var size = upload.Length - length + at - begin;
            return disk == ushort.MaxValue || entries == ushort.MaxValue || begin == uint.MaxValue || size < 0 ? long.MaxValue : size;
        }

        return null;
    }
}
