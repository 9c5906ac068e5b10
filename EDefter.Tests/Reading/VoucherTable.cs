using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Reading;

/// <summary>Writes vouchers as people's tables, column by column from a reading profile: the opposite of what is tested.</summary>
internal static class VoucherTable
{
    public static ReadingProfile Profile => ReadingProfileBook.Find(ReadingProfileBook.Vouchers)!;

    /// <summary>A workbook: amounts are numbers, dates are dates, the rest is text.</summary>
    public static byte[] Workbook(IEnumerable<Voucher> vouchers, IReadOnlyList<ReadingColumn> columns, string sheet = "Fişler")
    {
        using var output = new MemoryStream();
        using var workbook = new WorkbookWriter(output, [new WorkbookSheet(sheet, [.. columns.Select(column => new WorkbookColumn(column.Headers[^1]))])]);
        workbook.BeginSheet();
        foreach (var (voucher, line) in Rows(vouchers))
        {
            workbook.Row();
            foreach (var column in columns)
                WriteCell(workbook, column.Member, ValueOf(column.Member, voucher, line));
        }

        workbook.Complete();
        return output.ToArray();
    }

    /// <summary>Delimited text as a Turkish table program writes it: every value in quotes, commas before decimals, points between thousands.</summary>
    public static string Csv(IEnumerable<Voucher> vouchers, IReadOnlyList<ReadingColumn> columns, char separator)
    {
        var text = new StringBuilder().AppendJoin(separator, columns.Select(column => Quoted(column.Headers[0].ToUpperInvariant()))).Append("\r\n");
        foreach (var (voucher, line) in Rows(vouchers))
            text.AppendJoin(separator, columns.Select(column => Quoted(Turkish(column, ValueOf(column.Member, voucher, line))))).Append("\r\n");
        return text.ToString();
    }

    public static IEnumerable<(Voucher Voucher, VoucherLine Line)> Rows(IEnumerable<Voucher> vouchers) => vouchers.SelectMany(voucher => voucher.Lines.Select(line => (voucher, line)));

    private static void WriteCell(WorkbookWriter workbook, ReadingMember member, string? value)
    {
        if (value is null)
            workbook.Empty();
        else if (member.IsAmount())
            workbook.Number(decimal.Parse(value, CultureInfo.InvariantCulture));
        else if (member.IsDate())
            workbook.Date(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        else
            workbook.Text(value);
    }

    private static string Turkish(ReadingColumn column, string? value)
    {
        if (value is null)
            return string.Empty;
        if (column.Member.IsDate())
            return DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        if (column.Member.IsAmount())
            return Grouped(value);
        return column.Words.FirstOrDefault(word => word.Value == value).Key ?? value;
    }

    // 1234567.80 → 1.234.567,80, by hand: no culture of the machine has a say.
    private static string Grouped(string plain)
    {
        var parts = plain.TrimStart('-').Split('.');
        var whole = new StringBuilder(parts[0]);
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole.Insert(at, '.');
        return (plain.StartsWith('-') ? "-" : string.Empty) + whole + (parts.Length > 1 ? "," + parts[1] : string.Empty);
    }

    private static string Quoted(string value) => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string? ValueOf(ReadingMember member, Voucher voucher, VoucherLine line) => member switch
    {
        ReadingMember.Id => voucher.Id,
        ReadingMember.Number => voucher.Number,
        ReadingMember.Date => Text(voucher.Date),
        ReadingMember.Kind => voucher.Kind,
        ReadingMember.State => voucher.State,
        ReadingMember.EnteredBy => voucher.EnteredBy,
        ReadingMember.EnteredByUser => voucher.EnteredByUser,
        ReadingMember.EnteredAt => voucher.EnteredAt,
        ReadingMember.Comment => voucher.Comment,
        ReadingMember.Module => voucher.Module,
        ReadingMember.RowVersion => voucher.RowVersion,
        ReadingMember.JournalNumber => voucher.JournalNumber,
        ReadingMember.VoucherDocumentType => voucher.Document?.Type,
        ReadingMember.VoucherDocumentTypeDescription => voucher.Document?.TypeDescription,
        ReadingMember.VoucherDocumentNumber => voucher.Document?.Number,
        ReadingMember.VoucherDocumentDate => Text(voucher.Document?.Date ?? default),
        ReadingMember.GroupingKind => voucher.Grouping?.Kind,
        ReadingMember.GroupingCount => voucher.Grouping?.Count,
        ReadingMember.GroupingFrom => Text(voucher.Grouping?.From ?? default),
        ReadingMember.GroupingTo => Text(voucher.Grouping?.To ?? default),
        ReadingMember.GroupingBank => voucher.Grouping?.Bank,
        ReadingMember.LineId => line.Id,
        ReadingMember.Account => line.Account,
        ReadingMember.AccountName => line.AccountName,
        ReadingMember.MainAccount => line.MainAccount,
        ReadingMember.MainAccountName => line.MainAccountName,
        ReadingMember.Debit => Text(line.Debit),
        ReadingMember.Credit => Text(line.Credit),
        ReadingMember.Side => line.Side,
        ReadingMember.Description => line.Description,
        ReadingMember.PostingDate => Text(line.PostingDate),
        ReadingMember.DocumentType => line.Document?.Type,
        ReadingMember.DocumentTypeDescription => line.Document?.TypeDescription,
        ReadingMember.DocumentNumber => line.Document?.Number,
        ReadingMember.DocumentDate => Text(line.Document?.Date ?? default),
        ReadingMember.DocumentEttn => line.Document?.Ettn,
        ReadingMember.DocumentOwnSeries => line.Document?.OwnSeries,
        ReadingMember.PaymentMethod => line.PaymentMethod,
        ReadingMember.OriginalCurrency => line.Original?.Currency,
        ReadingMember.OriginalAmount => Text(line.Original?.Amount ?? default),
        ReadingMember.Rate => Text(line.Original?.Rate ?? default),
        ReadingMember.RateDate => Text(line.Original?.RateDate ?? default),
        ReadingMember.RateSource => line.Original?.RateSource,
        ReadingMember.RateComment => line.Original?.RateComment,
        ReadingMember.PartnerTaxId => line.Partner?.TaxId,
        ReadingMember.PartnerName => line.Partner?.Name,
        ReadingMember.Branch => line.Branch,
        ReadingMember.VatRate => Text(line.VatRate),
        ReadingMember.BaseLine => line.BaseLine,
        ReadingMember.SourceDocument => line.SourceDocument,
        ReadingMember.JournalLine => line.JournalLine,
        _ => null,
    };

    private static string? Text(DateField date) => date.IsAbsent ? null : date.ToString();

    private static string? Text(AmountField amount) => amount.IsAbsent ? null : amount.ToString();
}
