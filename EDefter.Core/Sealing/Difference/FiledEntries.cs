using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Sealing.Difference;

/// <summary>
/// Entries as a yevmiye defteri of the authority tells them: without the ERP's ids and the kinds of vouchers, which the file does not carry, so that
/// both sides of a comparison say the same things.
/// </summary>
public static class FiledEntries
{
    // The file has no kinds: every entry has this one, on both sides.
    private const VoucherKind NoKind = VoucherKind.Mahsup;

    /// <returns>What a Y file would carry of an entry.</returns>
    public static ArchivedEntry Of(JournalEntry entry) => ArchivedEntry.Of(entry) with { Kind = NoKind, Comment = Filled(entry.Comment), Lines = [.. entry.Lines.Select(Of)] };

    /// <returns>An entry of a Y file; null when a number, a date or an amount of it cannot be read.</returns>
    public static ArchivedEntry? Of(Voucher filed)
    {
        if (NumberOf(filed.JournalNumber) is not { } number || filed.Date.Value is not { } date)
            return null;
        var lines = new JournalLine[filed.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            if (LineOf(filed.Lines[i], i + 1) is not { } line)
                return null;
            lines[i] = line;
        }

        return new ArchivedEntry { Number = number, VoucherId = filed.Id, VoucherNumber = filed.Number ?? string.Empty, Kind = NoKind, Date = date, EnteredBy = filed.EnteredBy ?? string.Empty, Comment = Filled(filed.Comment), Lines = lines };
    }

    private static JournalLine Of(JournalLine line)
    {
        var hasDocument = line.DocumentType is not null;
        var isForeign = line.OriginalAmount is not null;
        return line with
        {
            SubAccountName = string.Equals(line.SubAccount, line.MainAccount, StringComparison.Ordinal) ? line.MainAccountName : line.SubAccountName,
            DocumentTypeDescription = hasDocument ? Filled(line.DocumentTypeDescription) : null,
            DocumentNumber = hasDocument ? Filled(line.DocumentNumber) : null,
            DocumentDate = hasDocument ? line.DocumentDate : null,
            PaymentMethod = Filled(line.PaymentMethod),
            Description = Filled(line.Description),
            OriginalCurrency = isForeign ? line.OriginalCurrency : null,
            Rate = isForeign ? line.Rate : null,
            RateDate = isForeign ? line.RateDate : null,
            RateSource = isForeign ? Filled(line.RateSource) : null,
            RateComment = isForeign ? Filled(line.RateComment) : null,
            ErpLineId = null,
        };
    }

    private static JournalLine? LineOf(VoucherLine line, int place)
    {
        var isDebit = line.Credit.IsAbsent;
        if (NumberOf(line.JournalLine) is not { } number || (isDebit ? line.Debit : line.Credit).Value is not { } amount || line.PostingDate.Value is not { } posted)
            return null;
        var type = DocumentTypes.Parse(line.Document?.Type);
        if (type is null && line.Document is not null)
            return null;
        return new JournalLine
        {
            Number = number,
            NumberInEntry = place,
            MainAccount = line.MainAccount ?? string.Empty,
            MainAccountName = line.MainAccountName ?? string.Empty,
            SubAccount = line.Account ?? string.Empty,
            SubAccountName = line.AccountName ?? string.Empty,
            Side = isDebit ? VoucherSide.Debit : VoucherSide.Credit,
            Amount = amount,
            PostingDate = posted,
            DocumentType = type,
            DocumentTypeDescription = Filled(line.Document?.TypeDescription),
            DocumentNumber = Filled(line.Document?.Number),
            DocumentDate = line.Document?.Date.Value,
            PaymentMethod = Filled(line.PaymentMethod),
            Description = Filled(line.Description),
            OriginalCurrency = line.Original?.Currency,
            OriginalAmount = line.Original?.Amount.Value,
            Rate = line.Original?.Rate.Value,
            RateDate = line.Original?.RateDate.Value,
            RateSource = Filled(line.Original?.RateSource),
            RateComment = Filled(line.Original?.RateComment),
        };
    }

    private static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
