using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>The UUID of a berat, derived from the month's chain: the same month gives the same bytes, another month or part another UUID (RFC 9562, version 8).</summary>
internal static class GibUuid
{
    /// <param name="chain">The numbering's chain.</param>
    /// <param name="fileName">Official name of the document.</param>
    /// <param name="creationDate">A document that is made anew on another day is another one.</param>
    public static string Of(string chain, string fileName, DateOnly creationDate)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"edefter-uuid-1\n{chain}\n{fileName}\n{creationDate.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D");
    }
}
