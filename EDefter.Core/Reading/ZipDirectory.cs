using System.Buffers.Binary;

namespace EDefter.Core.Reading;

/// <summary>Looks at the end of a ZIP before it is opened: opening reads its whole table of contents into memory, however long.</summary>
internal static class ZipDirectory
{
    private const int EndRecordBytes = 22;
    private const int CommentBytesMax = 65_535;
    private const int LocatorBytes = 20;
    private const int WideRecordBytes = 56;
    private const uint EndSignature = 0x06054B50;
    private const uint LocatorSignature = 0x07064B50;
    private const uint WideSignature = 0x06064B50;

    /// <summary>The size of the table of contents; null when the stream is no ZIP.</summary>
    /// <param name="upload">Seekable.</param>
    /// <param name="takesWide">A table that is told in 64 bits is looked up; otherwise it is over every limit, as no upload of a book or table has one.</param>
    public static long? SizeOf(Stream upload, bool takesWide = false)
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
            var end = upload.Length - length + at;
            if (disk == ushort.MaxValue || entries == ushort.MaxValue || begin == uint.MaxValue)
                return takesWide ? WideSizeOf(upload, end) : long.MaxValue;
            return end < begin ? long.MaxValue : end - begin;
        }

        return null;
    }

    // Before the end stands where the record of 64 bits is, and that says where the table begins.
    private static long WideSizeOf(Stream upload, long end)
    {
        Span<byte> record = stackalloc byte[WideRecordBytes];
        if (!TryRead(upload, end - LocatorBytes, record[..LocatorBytes], LocatorSignature))
            return long.MaxValue;
        var place = BinaryPrimitives.ReadInt64LittleEndian(record[8..]);
        if (!TryRead(upload, place, record, WideSignature))
            return long.MaxValue;
        var begin = BinaryPrimitives.ReadInt64LittleEndian(record[48..]);
        return begin < 0 || begin > place ? long.MaxValue : place - begin;
    }

    private static bool TryRead(Stream upload, long at, Span<byte> record, uint signature)
    {
        if (at < 0 || at > upload.Length - record.Length)
            return false;
        upload.Position = at;
        upload.ReadExactly(record);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == signature;
    }
}
