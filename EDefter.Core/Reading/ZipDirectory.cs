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
            var begin = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            return begin == uint.MaxValue ? long.MaxValue : upload.Length - length + at - begin;
        }

        return null;
    }
}
