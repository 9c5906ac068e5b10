using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Workflow;

/// <summary>SHA-256 identities of texts: lower-case hex.</summary>
public static class ContentHash
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The whole hash, 64 digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a text that a caller sent could be an identity of <see cref="Short"/>'s shape; anything else is nobody's id and never gets into a key.</summary>
    public static bool IsShort(string text) => text.Length == 32 && text.AsSpan().IndexOfAnyExcept(LowerHex) < 0;

    /// <summary>The first 128 bits, 32 digits: enough for a name, short enough for a path.</summary>
    public static string Short(params ReadOnlySpan<string?> parts) => Of(string.Join('\n', parts!))[..32];
}
