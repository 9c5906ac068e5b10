using System.Globalization;
using System.Text;

namespace EDefter.Tests.Fuzz;

/// <summary>What the tests of hostile inputs share. Each of them holds what was found by fuzzing and by review, with the smallest input that shows it.</summary>
internal static class HostileInput
{
    public const long AllocatedMost = 400L * 1024 * 1024;

    /// <summary>The platform's reader decodes its first piece anew when it meets the encoding, and counts letters that it had not read yet.</summary>
    public static byte[] BrokenDeclaration { get; } = Encoding.UTF8.GetBytes($"<?xml version=\"1.0{new string('ş', 9_000)}\" encoding=\"UTF-8\"?><a/>");

    // {0} counts; {1} is a "<" that the reader must not take for markup.
    public static byte[] Repeated(string head, string piece, int times)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.GetBytes(head));
        if (piece.EndsWith("{1}", StringComparison.Ordinal))
        {
            bytes.Write(Encoding.UTF8.GetBytes(piece[..^3]));
            bytes.Write(Enumerable.Repeat((byte)'<', times).ToArray());
        }
        else
        {
            for (var n = 0; n < times; n++)
                bytes.Write(Encoding.UTF8.GetBytes(piece.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }

        return bytes.ToArray();
    }
}
