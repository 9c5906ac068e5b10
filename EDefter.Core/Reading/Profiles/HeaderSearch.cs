using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Looks for the header among the first rows of tables, and remembers the row that came nearest to one.</summary>
internal sealed class HeaderSearch(ReadingProfile profile)
{
    private readonly Dictionary<string, ReadingColumn> known = profile.Columns.SelectMany(column => column.Headers.Select(header => (Header: HeaderText.Fold(header), column))).ToDictionary(one => one.Header, one => one.column, StringComparer.Ordinal);
    private (string At, List<string> Missing, int Found)? nearest;

    /// <summary>What each cell of the row heads; null when the row is no header of this profile.</summary>
    /// <param name="cells">A row.</param>
    /// <param name="at">Its place, Turkish.</param>
    public IReadOnlyList<TableHead>? Look(IReadOnlyList<TableCell> cells, string at)
    {
        var head = new List<TableHead>(cells.Count);
        var seen = new HashSet<ReadingMember>();
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var column = known.GetValueOrDefault(HeaderText.Fold(cell.Text));
            // A header that stands twice would make one of the two values disappear.
            if (column is not null && !seen.Add(column.Member))
                throw new UnreadableTableException($"Başlık satırında \"{cell.Text}\" sütunu iki kez var. Sütunlardan birini silin ya da başlığını değiştirin.");
            // So would two columns that nobody knows, kept under one name.
            var isNew = column is not null || cell.IsEmpty || unknown.Add(cell.Text);
            head.Add(new TableHead(isNew ? cell.Text : $"{cell.Text} ({head.Count + 1}. sütun)", column?.Member));
        }

        var missing = profile.Columns.Where(column => column.Required && !seen.Contains(column.Member)).Select(column => column.Headers[0]).ToList();
        if (missing.Count == 0)
            return head;
        if (seen.Count > (nearest?.Found ?? 0))
            nearest = (at, missing, seen.Count);
        return null;
    }

    public UnreadableTableException NotFound()
    {
        var needed = $"Başlık satırı bulunamadı. İlk {profile.HeaderRowsMax} satırın birinde şu sütunlar olmalıdır: {string.Join(", ", profile.Columns.Where(column => column.Required).Select(column => column.Headers[0]))}.";
        return new UnreadableTableException(nearest is { } row
            ? $"{needed} En yakın satırda ({row.At}) eksik olan: {string.Join(", ", row.Missing)}."
            : $"{needed} Örnek dosyayı kullanabilir ya da kendi başlıklarınız için bir okuma biçimi tanımlayabilirsiniz.");
    }
}
