using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Sealing.Difference;

/// <summary>Compares two versions of one entry, field by field. Pure.</summary>
public static class EntryComparison
{
    private const string WholeLine = "line";
    private const string LineOrder = "lineOrder";

    /// <summary>The fields of an entry, numbers last: they follow from the other entries.</summary>
    private static readonly (CanonicalField Field, Func<ArchivedEntry, string?> Of)[] EntryFields =
    [
        (CanonicalField.VoucherNumber, entry => entry.VoucherNumber),
        (CanonicalField.EnteredDate, entry => Text(entry.Date)),
        (CanonicalField.VoucherKind, entry => entry.Kind.ToWire()),
        (CanonicalField.EnteredBy, entry => entry.EnteredBy),
        (CanonicalField.EntryComment, entry => entry.Comment),
    ];

    private static readonly (CanonicalField Field, Func<JournalLine, string?> Of)[] LineFields =
    [
        (CanonicalField.MainAccount, line => line.MainAccount),
        (CanonicalField.MainAccountName, line => line.MainAccountName),
        (CanonicalField.SubAccount, line => line.SubAccount),
        (CanonicalField.SubAccountName, line => line.SubAccountName),
        (CanonicalField.Debit, line => line.Side == VoucherSide.Debit ? Text(line.Amount) : null),
        (CanonicalField.Credit, line => line.Side == VoucherSide.Credit ? Text(line.Amount) : null),
        (CanonicalField.PostingDate, line => Text(line.PostingDate)),
        (CanonicalField.DocumentType, line => line.DocumentType is { } type ? type.ToWire() : null),
        (CanonicalField.DocumentTypeDescription, line => line.DocumentTypeDescription),
        (CanonicalField.DocumentNumber, line => line.DocumentNumber),
        (CanonicalField.DocumentDate, line => Text(line.DocumentDate)),
        (CanonicalField.PaymentMethod, line => line.PaymentMethod),
        (CanonicalField.LineComment, line => line.Description),
        (CanonicalField.OriginalCurrency, line => line.OriginalCurrency),
        (CanonicalField.OriginalAmount, line => Text(line.OriginalAmount)),
        (CanonicalField.Rate, line => Text(line.Rate)),
        (CanonicalField.RateDate, line => Text(line.RateDate)),
        (CanonicalField.RateSource, line => line.RateSource),
        (CanonicalField.RateComment, line => line.RateComment),
        (CanonicalField.LineId, line => line.ErpLineId),
    ];

    /// <summary>Every field that differs, the entry's first, then the lines' in order. Numbers are not among them.</summary>
    public static IReadOnlyList<FieldChange> Changes(ArchivedEntry before, ArchivedEntry after)
    {
        var changes = new List<FieldChange>();
        foreach (var (field, of) in EntryFields)
            Add(changes, line: null, field, of(before), of(after));
        foreach (var (left, right) in Pairs(before.Lines, after.Lines))
        {
            if (left is null || right is null)
            {
                changes.Add(new FieldChange((right ?? left)!.NumberInEntry, WholeLine, left is null ? "Satır eklendi" : "Satır silindi", Shown(left), Shown(right)));
                continue;
            }

            foreach (var (field, of) in LineFields)
                Add(changes, right.NumberInEntry, field, of(left), of(right));
        }

        // Lines with ids are paired by them; that they only changed places is said once.
        if (changes.Count == 0 && ContentOf(before) != ContentOf(after))
            changes.Add(new FieldChange(Line: null, LineOrder, "Satır sırası", Before: null, After: null));
        return changes;
    }

    /// <summary>A text that two entries share exactly when <see cref="Changes"/> finds nothing between them.</summary>
    public static string ContentOf(ArchivedEntry entry)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (_, of) in EntryFields)
            Append(text, of(entry));
        foreach (var line in entry.Lines)
        {
            text.Append('\n');
            foreach (var (_, of) in LineFields)
                Append(text, of(line));
        }

        return text.ToString();
    }

    // What the ERP calls the same line is the same line; where it names none, lines keep their places between what is equal at both ends.
    private static IEnumerable<(JournalLine? Before, JournalLine? After)> Pairs(IReadOnlyList<JournalLine> before, IReadOnlyList<JournalLine> after) =>
        IdsOf(before) is { } left && IdsOf(after) is { } right ? PairsById(left, right, before, after) : PairsByPlace(before, after);

    private static Dictionary<string, JournalLine>? IdsOf(IReadOnlyList<JournalLine> lines)
    {
        var ids = new Dictionary<string, JournalLine>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.ErpLineId is not { Length: > 0 } id || !ids.TryAdd(id, line))
                return null;
        }

        return ids;
    }

    private static IEnumerable<(JournalLine? Before, JournalLine? After)> PairsById(Dictionary<string, JournalLine> left, Dictionary<string, JournalLine> right, IReadOnlyList<JournalLine> before, IReadOnlyList<JournalLine> after)
    {
        foreach (var line in after)
            yield return (left.GetValueOrDefault(line.ErpLineId!), line);
        foreach (var line in before)
        {
            if (!right.ContainsKey(line.ErpLineId!))
                yield return (line, null);
        }
    }

    private static IEnumerable<(JournalLine? Before, JournalLine? After)> PairsByPlace(IReadOnlyList<JournalLine> before, IReadOnlyList<JournalLine> after)
    {
        var head = 0;
        while (head < Math.Min(before.Count, after.Count) && IsSame(before[head], after[head]))
            head++;
        var tail = 0;
        while (tail < Math.Min(before.Count, after.Count) - head && IsSame(before[^(tail + 1)], after[^(tail + 1)]))
            tail++;
        for (var i = head; i < Math.Max(before.Count, after.Count) - tail; i++)
            yield return (i < before.Count - tail ? before[i] : null, i < after.Count - tail ? after[i] : null);
    }

    private static bool IsSame(JournalLine left, JournalLine right) => Array.TrueForAll(LineFields, field => field.Of(left) == field.Of(right));

    private static void Add(List<FieldChange> changes, int? line, CanonicalField field, string? before, string? after)
    {
        if (before != after)
            changes.Add(new FieldChange(line, field.NameOf(), field.TitleOf(), before, after));
    }

    private static string? Shown(JournalLine? line) =>
        line is null ? null : string.Create(CultureInfo.InvariantCulture, $"{line.SubAccount} {line.SubAccountName}, {Text(line.Amount)} {(line.Side == VoucherSide.Debit ? 'B' : 'A')}");

    // A length before every value: no two entries can look alike by where a value ends.
    private static void Append(System.Text.StringBuilder text, string? value) => text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:{value}");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day is { } value ? Text(value) : null;

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
