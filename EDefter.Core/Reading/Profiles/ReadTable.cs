using System.Globalization;
using System.Text;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Text;

namespace EDefter.Core.Reading.Profiles;

/// <summary>
/// Goes through a workbook or a text file row by row: finds the header of each sheet, and hands over the cells of every row below it under the members
/// that the profile reads them into. A sheet without the header is told, never passed over in silence.
/// </summary>
internal sealed class ReadTable(ReadingProfile profile, int rowsMax)
{
    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    private readonly Dictionary<string, ReadingColumn> known = profile.Columns.SelectMany(column => column.Headers.Select(header => (Header: HeaderText.Fold(header), column))).ToDictionary(one => one.Header, one => one.column, StringComparer.Ordinal);
    private int rows;

    /// <summary>Sheets that hold something and have no header row.</summary>
    public List<string> Headless { get; } = [];

    /// <summary>Takes one row below the header.</summary>
    /// <param name="at">Its place, Turkish.</param>
    /// <param name="columns">What each cell is.</param>
    /// <param name="cells">Its cells.</param>
    public delegate void TakeRow(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells);

    public void ReadWorkbook(Stream stream, TakeRow take)
    {
        using var workbook = WorkbookFile.Open(stream);
        var found = false;
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var name = workbook.Sheets[i];
            if (profile.IgnoredSheets.Contains(name, StringComparer.Ordinal))
                continue;
            using var sheet = workbook.OpenSheet(i);
            if (ReadSheet(sheet, row => $"{name}, satır {row.ToString(CultureInfo.InvariantCulture)}", take, out var isEmpty))
                found = true;
            else if (!isEmpty)
                Headless.Add(name);
        }

        if (!found)
            throw NoHeader();
    }

    public void ReadText(Stream stream, TakeRow take)
    {
        var encoding = EncodingOf(stream);
        foreach (var separator in profile.Separators)
        {
            stream.Position = 0;
            using var table = new DelimitedTableReader(new LeftOpenStream(stream), encoding, separator[0]);
            if (ReadSheet(table, row => $"satır {row.ToString(CultureInfo.InvariantCulture)}", take, out _))
                return;
        }

        throw NoHeader();
    }

    private bool ReadSheet(TableReader table, Func<long, string> place, TakeRow take, out bool isEmpty)
    {
        isEmpty = true;
        for (var i = 0; i < profile.HeaderRowsMax && table.Read(); i++)
        {
            isEmpty = false;
            if (HeadOf(table.Cells) is not { } head)
                continue;
            while (table.Read())
            {
                if (++rows > rowsMax)
                    throw new TableLimitException($"Dosyada {TurkishText.Count(rowsMax)} satırdan fazlası var. Bu büyüklükteki gönderiler için fişleri NDJSON olarak gönderin ya da dosyayı bölün.");
                take(place(table.Row), head, table.Cells);
            }

            return true;
        }

        return false;
    }

    private List<TableHead>? HeadOf(IReadOnlyList<TableCell> cells)
    {
        var head = new List<TableHead>(cells.Count);
        var seen = new HashSet<ReadingMember>();
        foreach (var cell in cells)
        {
            var column = known.GetValueOrDefault(HeaderText.Fold(cell.Text));
            // A header that stands twice would make one of the two values disappear.
            if (column is not null && !seen.Add(column.Member))
                throw new UnreadableTableException($"Başlık satırında \"{cell.Text}\" sütunu iki kez var. Sütunlardan birini silin ya da başlığını değiştirin.");
            head.Add(new TableHead(cell.Text, column?.Member));
        }

        return profile.Columns.All(column => !column.Required || seen.Contains(column.Member)) ? head : null;
    }

    private Encoding EncodingOf(Stream stream)
    {
        stream.Position = 0;
        var shape = TextShape.Of(stream);
        if (shape.HasByteOrderMark || shape.IsAscii)
            return shape.Encoding;
        if (shape.Encoding.CodePage == Encoding.UTF8.CodePage && profile.Encodings.Contains("utf-8", StringComparer.Ordinal))
            return Encoding.UTF8;
        return profile.Encodings.Contains("windows-1254", StringComparer.Ordinal)
            ? Turkish
            : throw new UnreadableTableException("Dosya UTF-8 değil; Türkçe harfleri bozulmadan okunamaz. Dosyayı \"CSV UTF-8\" olarak kaydedip yeniden gönderin.");
    }

    private UnreadableTableException NoHeader() =>
        new($"Başlık satırı bulunamadı. İlk {profile.HeaderRowsMax} satırın birinde şu sütunlar olmalıdır: {string.Join(", ", profile.Columns.Where(column => column.Required).Select(column => column.Headers[0]))}. Örnek dosyayı kullanabilirsiniz.");
}
