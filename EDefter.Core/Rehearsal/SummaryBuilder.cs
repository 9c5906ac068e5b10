using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Xml;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal;

/// <summary>Adds up a document while its lines pass. What cannot be read as a number adds nothing: the asserts speak of it.</summary>
internal sealed class SummaryBuilder(string fileName, GibDocument document)
{
    // So many lines cannot be that their sum is no decimal any more.
    private const decimal AmountMax = 1_000_000_000_000_000_000m;

    private readonly Dictionary<(string Account, string Side), (decimal Amount, long Movements)> turnover = [];
    private readonly StringBuilder text = new();
    private UInt128 hash;
    private long entries;
    private long lines;
    private (long? First, long? Last) entryNumbers;
    private (long? First, long? Last) lineNumbers;
    private decimal debit;
    private decimal credit;

    /// <summary>Adds an entry of a book, after its lines.</summary>
    public void AddEntry(Element entry)
    {
        entries++;
        Widen(ref entryNumbers, First(entry, "gl-cor:entryNumberCounter"));
    }

    public void AddLine(Element line, bool isOfSummary)
    {
        lines++;
        Widen(ref lineNumbers, First(line, "gl-cor:lineNumber"));
        var side = First(line, "gl-cor:debitCreditCode") is "C" or "credit" ? "C" : "D";
        XPath.TryDecimal(First(line, "gl-cor:amount") ?? string.Empty, out var amount);
        if (Math.Abs(amount) > AmountMax)
            throw new XmlException("An amount is larger than any of a book.", null, line.XmlLine, 0);
        if (side == "D")
            debit += amount;
        else
            credit += amount;
        var key = (First(line["gl-cor:account"], "gl-cor:accountMainID") ?? string.Empty, side);
        var (sum, movements) = turnover.GetValueOrDefault(key);
        var more = isOfSummary && long.TryParse(First(line, "gl-cor:documentApplyToNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 1;
        turnover[key] = (sum + amount, movements + more);
        if (!isOfSummary)
            hash += HashOf(line);
    }

    public GibDocumentSummary Complete(Element root, Scope scope, long bytes)
    {
        var info = scope.DocumentInfos.Count > 0 ? scope.DocumentInfos[0] : null;
        var entity = scope.Contexts.Count > 0 ? scope.Contexts[0]["xbrli:entity"] : default;
        return new GibDocumentSummary
        {
            FileName = fileName,
            Document = document,
            Bytes = bytes,
            ControlNumber = First(info, "gl-cor:uniqueID")?.Trim(),
            TaxId = First(entity, "xbrli:identifier")?.Trim(),
            PeriodStart = First(info, "gl-cor:periodCoveredStart"),
            PeriodEnd = First(info, "gl-cor:periodCoveredEnd"),
            FiscalYearStart = scope.FiscalYearStart,
            Entries = entries,
            Lines = lines,
            FirstEntry = entryNumbers.First,
            LastEntry = entryNumbers.Last,
            FirstLine = lineNumbers.First,
            LastLine = lineNumbers.Last,
            Debit = debit,
            Credit = credit,
            Turnover = turnover,
            LinesHash = hash,
            EntriesTold = First(entity["xbrli:segment"], "gl-bus:numberOfEntries")?.Trim(),
            SizeTold = First(entity["xbrli:segment"], "gl-bus:measurableQuantity")?.Trim(),
            SignatureValue = First(root["ds:Signature"], "ds:SignatureValue")?.Trim(),
            BookSignatureValue = First(root, "ds:SignatureValue")?.Trim(),
        };
    }

    // Every text in the order of the line; contexts differ between journal and ledger, texts may not.
    private UInt128 HashOf(Element line)
    {
        text.Clear();
        Append(line);
        Span<byte> hashed = stackalloc byte[16];
        XxHash128.Hash(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.ToString().AsSpan()), hashed);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hashed);
    }

    private void Append(Element element)
    {
        foreach (var child in element.Children)
        {
            text.Append(child.Name).Append('=');
            if (child.Children.Count == 0)
                text.Append(child.OwnText.AsSpan().Trim());
            text.Append('\n');
            Append(child);
        }
    }

    private static void Widen(ref (long? First, long? Last) range, string? number)
    {
        if (!long.TryParse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return;
        range = (range.First is { } first && first < value ? first : value, range.Last is { } last && last > value ? last : value);
    }

    private static string? First(Element? element, string name) => element is null ? null : First(element[name]);

    private static string? First(Nodes parents, string name) => First(parents[name]);

    private static string? First(Nodes nodes)
    {
        foreach (var node in nodes)
            return node.Text;
        return null;
    }
}
