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

    /// <summary>One hash over the ids and contents of any number of vouchers, in the order of their ids: 64 hex digits.</summary>
    public static string OfAll(IEnumerable<(UInt128 Id, UInt128 Content)> vouchers)
    {
        var sorted = vouchers.ToArray();
        Array.Sort(sorted, static (left, right) => left.Id.CompareTo(right.Id));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[32];
        foreach (var (id, content) in sorted)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
            BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], content);
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
