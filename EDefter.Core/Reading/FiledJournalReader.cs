using System.Text;
using System.Xml;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>
/// Reads a yevmiye defteri of the authority (a Y file) back into vouchers, one after the other. The file has neither the ERP's ids nor the kinds of
/// vouchers: an id is made of the fiscal year and the madde no, and a kind is not guessed.
/// </summary>
public static class FiledJournalReader
{
    // One field of the authority's documents has a few thousand characters at most.
    private const int FieldCharactersMax = 1024 * 1024;

    // Bulk postings have some ten thousand; an entry is held while it is read.
    private const int LinesMax = 200_000;

    private const string Ledger = "http://www.xbrl.org/int/gl/";

    /// <param name="content">The file; read once, and left open.</param>
    /// <returns>Entries in the order of the file, each with its madde no as <see cref="Voucher.JournalNumber"/> and its lines' satır no.</returns>
    /// <exception cref="XmlException">The file is no XML, or deeper or longer than any of the authority.</exception>
    public static IEnumerable<Voucher> Read(Stream content)
    {
        using var kept = new LeftOpenStream(content);
        using var watched = new DocumentStream(kept);
        using var reader = OutsideXml.Open(watched);
        var year = string.Empty;
        while (reader.Next())
        {
            if (!IsElement(reader))
                continue;
            if (reader.LocalName == "fiscalYearStart")
                year = TextOf(reader);
            else if (reader.LocalName == "entryHeader")
                yield return ReadEntry(reader, year);
        }
    }

    private static Voucher ReadEntry(XmlReader reader, string year)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new List<VoucherLine>();
        EachChild(reader, () =>
        {
            if (reader.LocalName == "entryDetail" && lines.Count == LinesMax)
                throw new XmlException("An entry has more lines than any of the authority's.");
            if (reader.LocalName == "entryDetail")
                lines.Add(ReadLine(reader));
            else
                fields.TryAdd(reader.LocalName, TextOf(reader));
        });
        var number = fields.GetValueOrDefault("entryNumberCounter")?.Trim();
        return new Voucher
        {
            Id = $"yevmiye-{year.Trim()}-{number}",
            Number = fields.GetValueOrDefault("entryNumber"),
            Date = DateField.Parse(fields.GetValueOrDefault("enteredDate", string.Empty)),
            EnteredBy = fields.GetValueOrDefault("enteredBy"),
            Comment = fields.GetValueOrDefault("entryComment"),
            JournalNumber = number,
            Lines = lines,
        };
    }

    private static VoucherLine ReadLine(XmlReader reader)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadFields(reader, fields);
        var (main, sub) = (fields.GetValueOrDefault("accountMainID"), fields.GetValueOrDefault("accountSubID"));
        var amount = AmountField.Parse(fields.GetValueOrDefault("amount", string.Empty).Trim());
        var side = fields.GetValueOrDefault("debitCreditCode")?.Trim();
        return new VoucherLine
        {
            Account = sub ?? main,
            AccountName = sub is null ? fields.GetValueOrDefault("accountMainDescription") : fields.GetValueOrDefault("accountSubDescription"),
            MainAccount = main,
            MainAccountName = fields.GetValueOrDefault("accountMainDescription"),
            Debit = side is "C" or "credit" ? AmountField.Absent : amount,
            Credit = side is "C" or "credit" ? amount : AmountField.Absent,
            Side = side,
            Description = fields.GetValueOrDefault("detailComment"),
            PostingDate = DateField.Parse(fields.GetValueOrDefault("postingDate", string.Empty)),
            Document = DocumentOf(fields),
            PaymentMethod = fields.GetValueOrDefault("paymentMethod"),
            Original = OriginalOf(fields),
            JournalLine = fields.GetValueOrDefault("lineNumber")?.Trim(),
        };
    }

    private static SourceDocument? DocumentOf(Dictionary<string, string> fields)
    {
        var document = new SourceDocument
        {
            Type = fields.GetValueOrDefault("documentType")?.Trim(),
            TypeDescription = fields.GetValueOrDefault("documentTypeDescription"),
            Number = fields.GetValueOrDefault("documentNumber"),
            Date = DateField.Parse(fields.GetValueOrDefault("documentDate", string.Empty)),
        };
        return document.IsEmpty ? null : document;
    }

    private static OriginalAmount? OriginalOf(Dictionary<string, string> fields) => fields.ContainsKey("amountOriginalAmount") || fields.ContainsKey("amountOriginalCurrency")
        ? new OriginalAmount
        {
            Currency = CodeOf(fields.GetValueOrDefault("amountOriginalCurrency")),
            Amount = AmountField.Parse(fields.GetValueOrDefault("amountOriginalAmount", string.Empty).Trim()),
            Rate = AmountField.Parse(fields.GetValueOrDefault("amountOriginalExchangeRate", string.Empty).Trim()),
            RateDate = DateField.Parse(fields.GetValueOrDefault("amountOriginalExchangeRateDate", string.Empty)),
            RateSource = fields.GetValueOrDefault("amountOriginalExchangeRateSource"),
            RateComment = fields.GetValueOrDefault("amountOriginalExchangeRateComment"),
        }
        : null;

    // "iso4217:EUR", under whatever prefix.
    private static string? CodeOf(string? currency) => currency?.Trim() is { } code ? code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;

    // Fields of a line lie one or two tuples deep; their names are all different.
    private static void ReadFields(XmlReader reader, Dictionary<string, string> fields)
    {
        EachChild(reader, () =>
        {
            if (reader.LocalName is "account" or "accountSub" or "measurable")
                ReadFields(reader, fields);
            else
                fields.TryAdd(reader.LocalName, TextOf(reader));
        });
    }

    private static bool IsElement(XmlReader reader) => reader.NodeType == XmlNodeType.Element && reader.NamespaceURI.StartsWith(Ledger, StringComparison.Ordinal);

    private static void EachChild(XmlReader reader, Action read)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                read();
        }
    }

    // All text inside; the reader stands on the element's end afterwards.
    private static string TextOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return string.Empty;
        var depth = reader.Depth;
        var text = string.Empty;
        StringBuilder? pieces = null;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            if (text.Length == 0)
                text = reader.Text();
            else
                (pieces ??= new StringBuilder(text)).Append(reader.Text());
            if (Math.Max(text.Length, pieces?.Length ?? 0) > FieldCharactersMax)
                throw new XmlException("A field is longer than any of the authority's.");
        }

        return pieces?.ToString() ?? text;
    }
}
