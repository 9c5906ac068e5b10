using System.Globalization;

namespace EDefter.Core.Vouchers;

/// <summary>
/// One document is one entry, so a voucher with several documents may be divided. It stays one voucher in the log, with one id and
/// all its lines; <see cref="VoucherLine.Part"/> says to which entry each belongs, and here it is taken apart wherever entries are meant: for checking,
/// numbering and writing. Taking the parts away again gives the voucher back as it was.
/// </summary>
public static class VoucherParts
{
    private const int PartsLeast = 2;

    /// <summary>
    /// Every line names its part, and the parts run from 1 without a gap, at least to 2. Anything else divides nothing: the voucher is then one entry,
    /// and the rule that asked for a division speaks again, so that a half-made division can never hide a line.
    /// </summary>
    public static bool IsDivided(Voucher voucher) => voucher.Lines.Count > 1 && voucher.Lines[0].Part is not null && CountOf(voucher) >= PartsLeast;

    /// <returns>The parts in their order; empty for a voucher that is not divided.</returns>
    public static IReadOnlyList<VoucherPart> Of(Voucher voucher)
    {
        if (!IsDivided(voucher))
            return [];
        var lines = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < voucher.Lines.Count; i++)
        {
            var part = Read(voucher.Lines[i].Part);
            if (!lines.TryGetValue(part, out var own))
                lines[part] = own = [];
            own.Add(i + 1);
        }

        return [.. lines.Select(part => new VoucherPart(Take(voucher, part.Key, part.Value), part.Key, part.Value))];
    }

    /// <summary>The part as it stands in <see cref="VoucherLine.Part"/>.</summary>
    public static string Write(int part) => part.ToString(CultureInfo.InvariantCulture);

    // 0 when the parts do not run from 1 without a gap or a line names none.
    private static int CountOf(Voucher voucher)
    {
        var seen = new HashSet<int>();
        var last = 0;
        foreach (var line in voucher.Lines)
        {
            var part = Read(line.Part);
            if (part == 0)
                return 0;
            seen.Add(part);
            last = Math.Max(last, part);
        }

        return seen.Count == last ? last : 0;
    }

    private static int Read(string? part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0;

    // A number that the ERP gave belongs to the undivided voucher; nothing can be compared with it any more.
    private static Voucher Take(Voucher voucher, int part, List<int> lineNumbers)
    {
        VoucherLine[] lines = [.. lineNumbers.Select(number => voucher.Lines[number - 1] with { JournalLine = null })];
        return voucher with
        {
            Number = string.IsNullOrWhiteSpace(voucher.Number) ? voucher.Number : string.Create(CultureInfo.InvariantCulture, $"{voucher.Number}-{part}"),
            JournalNumber = null,
            Document = DocumentOf(voucher.Document, lines),
            Grouping = voucher.Grouping is { } grouping ? GroupingOf(grouping, lines) : null,
            Lines = lines,
        };
    }

    // The head's document stays with the lines that rest on it; where it has none, lines without a document rest on the one that the others of the part name.
    private static SourceDocument? DocumentOf(SourceDocument? head, VoucherLine[] lines)
    {
        if (Array.TrueForAll(lines, static line => line.Document is { IsEmpty: false }))
            return null;
        if (head is { IsEmpty: false })
            return head;
        var documents = lines.Select(static line => line.Document).Where(static document => document is { IsEmpty: false }).DistinctBy(DocumentKey.Of).ToList();
        return documents.Count == 1 ? documents[0] : null;
    }

    // What was counted over the whole voucher is counted again over the part.
    private static VoucherGrouping GroupingOf(VoucherGrouping grouping, VoucherLine[] lines)
    {
        var documents = lines.Select(static line => DocumentKey.Of(line.Document)).Where(static key => key is not null).Distinct().Count();
        var days = lines.Select(static line => line.Document?.Date.Value).Where(static day => day is not null).Order().ToList();
        return grouping with
        {
            Count = grouping.Count is null || documents == 0 ? grouping.Count : documents.ToString(CultureInfo.InvariantCulture),
            From = grouping.From.IsAbsent || days.Count == 0 ? grouping.From : DateField.Of(days[0]!.Value),
            To = grouping.To.IsAbsent || days.Count == 0 ? grouping.To : DateField.Of(days[^1]!.Value),
        };
    }
}
