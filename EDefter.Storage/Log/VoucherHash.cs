using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EDefter.Storage.Log;

/// <summary>128-bit identities: the first half of a SHA-256.</summary>
internal static class VoucherHash
{
    /// <summary>Over the id's UTF-16, so that ids which differ in a lone surrogate stay different.</summary>
    public static UInt128 OfId(string voucherId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(voucherId.AsSpan()), hash);
        return Truncate(hash);
    }

    public static UInt128 Truncate(ReadOnlySpan<byte> sha256) => BinaryPrimitives.ReadUInt128BigEndian(sha256);

    /// <summary>One hash over the ids and contents of any number of vouchers, in the order of their ids: 64 hex digits. Sorts both by the ids.</summary>
    public static string OfAll(UInt128[] ids, UInt128[] contents)
    {
        Array.Sort(ids, contents);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[32];
        for (var i = 0; i < ids.Length; i++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, ids[i]);
            BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], contents[i]);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>32 hex digits.</summary>
    public static string ToText(UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return Convert.ToHexStringLower(bytes);
    }
}
