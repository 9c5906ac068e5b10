using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Journal;

/// <summary>A short identity of everything an entry says: two archives of a month differ in the entries whose prints differ (KON005).</summary>
public sealed class EntryPrint
{
    /// <summary>Bytes of a print: the first half of a SHA-256.</summary>
    public const int Bytes = 16;

    private readonly ArrayBufferWriter<byte> text = new(1024);

    /// <param name="entry">The entry.</param>
    /// <param name="target">At least <see cref="Bytes"/>.</param>
    public void Write(JournalEntry entry, Span<byte> target)
    {
        text.ResetWrittenCount();
        Add(entry.Number);
        Add(entry.VoucherId);
        Add(entry.VoucherNumber);
        Add((int)entry.Kind);
        Add(entry.Date.DayNumber);
        Add(entry.EnteredBy);
        Add(entry.Comment);
        foreach (var line in entry.Lines)
            Add(line);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, hash);
        hash[..Bytes].CopyTo(target);
    }

    private void Add(JournalLine line)
    {
        Add(line.Number);
        Add(line.MainAccount);
        Add(line.MainAccountName);
        Add(line.SubAccount);
        Add(line.SubAccountName);
        Add((int)line.Side);
        Add(line.Amount);
        Add(line.PostingDate.DayNumber);
        Add((int?)line.DocumentType ?? -1);
        Add(line.DocumentTypeDescription);
        Add(line.DocumentNumber);
        Add(line.DocumentDate?.DayNumber ?? -1);
        Add(line.PaymentMethod);
        Add(line.Description);
        Add(line.OriginalCurrency);
        Add(line.OriginalAmount ?? -1);
        Add(line.Rate ?? -1);
        Add(line.RateDate?.DayNumber ?? -1);
        Add(line.ErpLineId);
        AddRateWords(line);
    }

    // Only where there are any, behind a mark that no line begins with: the print of every other line stays what it was.
    private void AddRateWords(JournalLine line)
    {
        if (line.RateSource is null && line.RateComment is null)
            return;
        text.Write("rate\n"u8);
        Add(line.RateSource);
        Add(line.RateComment);
    }

    private void Add<T>(T number)
        where T : struct, IUtf8SpanFormattable
    {
        var span = text.GetSpan(64);
        number.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        span[written] = (byte)'\n';
        text.Advance(written + 1);
    }

    // Its length before it, so that no text can look like two.
    private void Add(string? value)
    {
        Add(value?.Length ?? -1);
        if (!string.IsNullOrEmpty(value))
            text.Advance(Encoding.UTF8.GetBytes(value, text.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length))));
    }
}
