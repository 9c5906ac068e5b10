using System.Buffers.Binary;
using System.Text;

namespace EDefter.Core.Formats.Pdf;

/// <summary>The tables of a TrueType file by name, read where they stand. Numbers are big-endian.</summary>
internal sealed class FontTable
{
    private readonly byte[] data;
    private readonly int start;

    private FontTable(byte[] data, int start, int length)
    {
        this.data = data;
        this.start = start;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<byte> Bytes => data.AsSpan(start, Length);

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Bytes[offset..]);

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Bytes[offset..]);

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Bytes[offset..]);

    /// <exception cref="InvalidDataException">The bytes are no TrueType file.</exception>
    public static Dictionary<string, FontTable> Directory(byte[] font)
    {
        var file = new FontTable(font, 0, font.Length);
        if (file.UInt32(0) != 0x0001_0000)
            throw new InvalidDataException("The font is no TrueType file.");
        var tables = new Dictionary<string, FontTable>(StringComparer.Ordinal);
        for (var i = 0; i < file.UInt16(4); i++)
        {
            var record = 12 + (16 * i);
            tables[Encoding.ASCII.GetString(font, record, 4)] = new FontTable(font, checked((int)file.UInt32(record + 8)), checked((int)file.UInt32(record + 12)));
        }

        return tables;
    }
}
