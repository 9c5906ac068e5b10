using System.Buffers.Binary;
using System.Runtime.InteropServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>What a chunk says of each of its vouchers beside the voucher itself; the column of these is all that an index reads. 64 bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkRecord
{
    public const int Bytes = 64;

    private const byte TombstoneFlag = 1;
    private const byte MovedFlag = 2;

    /// <summary>Hash of the voucher's id.</summary>
    public required UInt128 Id { get; init; }

    /// <summary>Hash of the canonical JSON; 0 for a tombstone.</summary>
    public UInt128 Content { get; init; }

    /// <summary>Hash of what the ERP sent last; differs from <see cref="Content"/> while a repair wins; 0 when the ERP has never sent the voucher.</summary>
    public UInt128 Erp { get; init; }

    /// <summary>0 = the sequence of the chunk's commit; in a gathered month, the sequence that the voucher came with.</summary>
    public long Sequence { get; init; }

    public int Lines { get; init; }

    public CommitKind Kind { get; init; }

    public bool IsTombstone { get; init; }

    /// <summary>A tombstone because the voucher now lives in another month; no deletion in the eyes of its history.</summary>
    public bool IsMoved { get; init; }

    public void Write(Span<byte> target)
    {
        target[..Bytes].Clear();
        BinaryPrimitives.WriteUInt128LittleEndian(target, Id);
        BinaryPrimitives.WriteUInt128LittleEndian(target[16..], Content);
        BinaryPrimitives.WriteUInt128LittleEndian(target[32..], Erp);
        BinaryPrimitives.WriteInt64LittleEndian(target[48..], Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(target[56..], Lines);
        target[60] = (byte)Kind;
        target[61] = (byte)((IsTombstone ? TombstoneFlag : 0) | (IsMoved ? MovedFlag : 0));
    }

    public static ChunkRecord Read(ReadOnlySpan<byte> source) => new()
    {
        Id = BinaryPrimitives.ReadUInt128LittleEndian(source),
        Content = BinaryPrimitives.ReadUInt128LittleEndian(source[16..]),
        Erp = BinaryPrimitives.ReadUInt128LittleEndian(source[32..]),
        Sequence = BinaryPrimitives.ReadInt64LittleEndian(source[48..]),
        Lines = BinaryPrimitives.ReadInt32LittleEndian(source[56..]),
        Kind = (CommitKind)source[60],
        IsTombstone = (source[61] & TombstoneFlag) != 0,
        IsMoved = (source[61] & MovedFlag) != 0,
    };

    public static byte[] WriteAll(ReadOnlySpan<ChunkRecord> records)
    {
        var bytes = new byte[records.Length * Bytes];
        for (var i = 0; i < records.Length; i++)
            records[i].Write(bytes.AsSpan(i * Bytes));
        return bytes;
    }

    public static ChunkRecord[] ReadAll(byte[] bytes)
    {
        if (bytes.Length % Bytes != 0)
            throw new InvalidDataException("A chunk's records have a broken length.");
        var records = new ChunkRecord[bytes.Length / Bytes];
        for (var i = 0; i < records.Length; i++)
            records[i] = Read(bytes.AsSpan(i * Bytes));
        return records;
    }
}
