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

    private readonly HeaderSearch search = new(profile);
    private int rows;

    /// <summary>Sheets that hold something and have no header row.</summary>
    public List<string> Headless { get; } = [];

    /// <summary>Headers that were found, in the order of their sheets.</summary>
    public List<TableHeader> Headers { get; } = [];

    /// <summary>Rows below a header that are looked at; all of them where nobody says otherwise.</summary>
    public int RowsWanted { get; init; } = int.MaxValue;

    /// <summary>There are rows that were not looked at.</summary>
    public bool HasMore { get; private set; }

    /// <summary>How the text file is written; null for a workbook.</summary>
    public Encoding? TextEncoding { get; private set; }

    /// <summary>What separates the values of the text file; null for a workbook.</summary>
    public string? Separator { get; private set; }

    /// <summary>Takes one row below the header.</summary>
    /// <param name="at">Its place, Turkish.</param>
    /// <param name="columns">What each cell is.</param>
    /// <param name="cells">Its cells.</param>
    public delegate void TakeRow(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells);

    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">Seekable; left open.</param>
    /// <param name="isWorkbook">An .xlsx; else delimited text.</param>
    /// <param name="take">Takes the rows.</param>
    public void Read(Stream stream, bool isWorkbook, TakeRow take)
    {
        if (isWorkbook)
            ReadWorkbook(stream, take);
        else
            ReadText(stream, take);
    }

    private void ReadWorkbook(Stream stream, TakeRow take)
    {
        using var workbook = WorkbookFile.Open(stream);
        for (var i = 0; i < workbook.Sheets.Count; i++)
        {
            var name = workbook.Sheets[i];
            if (profile.IgnoredSheets.Contains(name, StringComparer.Ordinal))
                continue;
            using var sheet = workbook.OpenSheet(i);
            if (!ReadSheet(sheet, name, take, out var isEmpty) && !isEmpty)
                Headless.Add(name);
        }

        if (Headers.Count == 0)
            throw search.NotFound();
    }

    private void ReadText(Stream stream, TakeRow take)
    {
        var encoding = EncodingOf(stream);
        foreach (var separator in profile.Separators)
        {
            stream.Position = 0;
            using var table = new DelimitedTableReader(new LeftOpenStream(stream), encoding, separator[0]);
            (TextEncoding, Separator) = (encoding, separator);
            if (ReadSheet(table, sheet: null, take, out _))
                return;
        }

        throw search.NotFound();
    }

    private bool ReadSheet(TableReader table, string? sheet, TakeRow take, out bool isEmpty)
    {
        isEmpty = true;
        for (var i = 0; i < profile.HeaderRowsMax && table.Read(); i++)
        {
            isEmpty = false;
            if (search.Look(table.Cells, PlaceOf(sheet, table.Row)) is not { } columns)
                continue;
            Headers.Add(new TableHeader(sheet, table.Row, columns));
            ReadRows(table, sheet, columns, take);
            return true;
        }

        return false;
    }

    private void ReadRows(TableReader table, string? sheet, IReadOnlyList<TableHead> columns, TakeRow take)
    {
        for (var taken = 0; table.Read(); taken++)
        {
            if (taken == RowsWanted)
            {
                HasMore = true;
                return;
            }

            if (++rows > rowsMax)
                throw new TableLimitException($"Dosyada {TurkishText.Count(rowsMax)} satırdan fazlası var. Bu büyüklükteki gönderiler için fişleri NDJSON olarak gönderin ya da dosyayı bölün.");
            take(PlaceOf(sheet, table.Row), columns, table.Cells);
        }
    }

    private static string PlaceOf(string? sheet, long row) => (sheet is null ? string.Empty : sheet + ", ") + "satır " + row.ToString(CultureInfo.InvariantCulture);

    private Encoding EncodingOf(Stream stream)
    {
        stream.Position = 0;
        var shape = TextShape.Of(stream);
        if (shape.HasByteOrderMark || shape.IsAscii)
            return shape.Encoding;
        var isUtf8 = shape.Encoding.CodePage == Encoding.UTF8.CodePage;
        if (profile.Encodings.Contains(isUtf8 ? "utf-8" : "windows-1254", StringComparer.Ordinal))
            return isUtf8 ? Encoding.UTF8 : Turkish;
        throw new UnreadableTableException(isUtf8
            ? "Dosya UTF-8 ile yazılmış; okuma biçimi ise yalnız windows-1254 tanıyor, Türkçe harfler bozulurdu. Okuma biçiminin encodings listesine utf-8 ekleyin."
            : "Dosya UTF-8 değil; Türkçe harfleri bozulmadan okunamaz. Dosyayı \"CSV UTF-8\" olarak kaydedip yeniden gönderin.");
    }
}
