using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Formats;

/// <summary>
/// The identity of a set of named contents, independent of how they were compressed: SHA-256 over one line per content in the order they
/// were written, each line its name, a NUL, the 64 hex digits of its own SHA-256, and a line feed. The parts of a workbook and the files
/// of an archive are both summed up this way, because deflate may differ between runtimes while the content does not.
/// </summary>
public sealed class ContentListing
{
    private readonly StringBuilder listing = new();

    /// <param name="name">Name of the part or file, as in its ZIP.</param>
    /// <param name="sha256">64 hex digits in lower case.</param>
    public void Add(string name, string sha256) => listing.Append(name).Append('\0').Append(sha256).Append('\n');

    /// <returns>64 hex digits in lower case.</returns>
    public string ToHex() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
}
