using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Journal;

/// <summary>Hashes the entries of a month in their order (<see cref="Numbering.Order"/>): of each its id, its content's hash, its number, its first line and its count of lines, a line of text for each.</summary>
internal sealed class JournalOrderHash : IDisposable
{
    private const int HashedAtOnce = 16 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> text = new(HashedAtOnce + 1024);

    public void Add(string entryId, string contentHash, long number, long firstLine, int lines)
    {
        Write(entryId);
        Write(contentHash);
        Write(number);
        Write(firstLine);
        Write(lines);
        if (text.WrittenCount >= HashedAtOnce)
            Flush();
    }

    /// <returns>As it stands in a numbering.</returns>
    public string Complete()
    {
        Flush();
        return NumberingBuilder.HashText(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        hash.AppendData(text.WrittenSpan);
        text.ResetWrittenCount();
    }

    private void Write(string value)
    {
        text.Advance(Encoding.UTF8.GetBytes(value, text.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
        text.Write("\n"u8);
    }

    private void Write(long value)
    {
        value.TryFormat(text.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        text.Advance(written);
        text.Write("\n"u8);
    }
}
