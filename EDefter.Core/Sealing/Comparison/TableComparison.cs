using System.Globalization;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Text;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>
/// Holds a found table against the sealed one: twice through both, the first time to know the rows again (<see cref="TableOutline"/>), the second
/// time cell by cell. Rows that were moved are kept until their turn comes, up to a limit; what goes over it is told as moved, but not looked into.
/// </summary>
internal sealed class TableComparison(string file, string? sheet, IReadOnlyList<string>? columnNames, DifferenceTally tally)
{
    private const int SampleRows = 1_000;
    private const int RowsMoreMax = 100_000;
    private const long WaitingCharactersMax = 32L * 1024 * 1024;

    private readonly Dictionary<int, (List<TableCell> Cells, IReadOnlyList<string>? Names)> waiting = [];
    private long waitingCharacters;
    private IReadOnlyList<string> heads = [];

    /// <summary>Rows that were known again, the header not counted.</summary>
    public int Recognised { get; private set; }

    public void Run(Func<TableReader> openSealed, Func<TableReader> openFound)
    {
        // The first rows say which column counts; the others may say that it does not.
        var key = Outline(openSealed, keyColumn: null, SampleRows).CountingColumn;
        var expected = Outline(openSealed, key, int.MaxValue);
        if (key is { } likely && !expected.Counts(likely))
        {
            key = expected.CountingColumn;
            expected = Outline(openSealed, key, int.MaxValue);
        }

        var rowsMax = expected.Rows + RowsMoreMax;
        var found = Outline(openFound, key, rowsMax);
        var columns = ColumnMatch.Of(expected, found);
        if (key is { } counting && columns.Of(counting) is >= 0 and var place && place != key && columns.Moved.Count > 0)
            found = Outline(openFound, place, rowsMax);
        var rows = RowMatch.Of(expected, found);
        var hasHead = columnNames is null ? HasHead(expected) : expected.Head.SequenceEqual(columnNames, StringComparer.Ordinal);
        heads = columnNames ?? (hasHead ? expected.Head : []);
        Recognised = rows.Recognised - (hasHead && rows.OfExpected(0) != RowMatch.None ? 1 : 0);
        TellColumns(columns, found);
        using var before = openSealed();
        using var after = openFound();
        Compare(before, after, rows, columns, found.Rows);
        if (found.IsCut)
            Tell(DifferenceKind.RowAdded, "son", expected: null, found: null, $"{TurkishText.Count(RowsMoreMax)} satırdan fazlası eklenmiş; kalanına bakılmadı");
    }

    private static TableOutline Outline(Func<TableReader> open, int? keyColumn, int rowsMax)
    {
        using var table = open();
        return TableOutline.Of(table, keyColumn, rowsMax);
    }

    // Headers are words: a first row with a number or a day in it is data.
    private static bool HasHead(TableOutline expected) =>
        expected.Head.Count > 1 && expected.Head.All(text => text.Length > 0 && !char.IsAsciiDigit(text[0])) && expected.Head.Distinct(StringComparer.Ordinal).Count() == expected.Head.Count;

    private void Compare(TableReader before, TableReader after, RowMatch rows, ColumnMatch columns, int foundRows)
    {
        var at = RowMatch.None;
        for (var i = 0; before.Read(); i++)
        {
            var row = rows.OfExpected(i);
            if (row == RowMatch.None)
            {
                TellRow(DifferenceKind.RowMissing, before, "satır eksik");
                continue;
            }

            while (at < row && after.Read())
            {
                at++;
                if (at < row)
                    PassBy(after, at, rows);
            }

            if (rows.IsMoved(i))
                TellRow(DifferenceKind.RowMoved, before, "satırın yeri değişmiş");
            if (row == at)
                CompareRow(before, after.Cells, after.Names, rows.IsGuessed(i), columns, after.Row);
            else if (waiting.Remove(row, out var kept))
                CompareKept(before, kept, rows.IsGuessed(i), columns);
        }

        while (++at < foundRows && after.Read())
            PassBy(after, at, rows);
    }

    private void CompareKept(TableReader before, (List<TableCell> Cells, IReadOnlyList<string>? Names) kept, bool isGuessed, ColumnMatch columns)
    {
        waitingCharacters -= Weight(kept.Cells);
        CompareRow(before, kept.Cells, kept.Names, isGuessed, columns, before.Row);
    }

    private void PassBy(TableReader after, int at, RowMatch rows)
    {
        if (rows.OfFound(at) == RowMatch.None)
        {
            TellRow(DifferenceKind.RowAdded, after, "mühürlenen dosyada olmayan satır");
            return;
        }

        var weight = Weight(after.Cells);
        if (waitingCharacters + weight > WaitingCharactersMax)
            return;
        waitingCharacters += weight;
        waiting[at] = ([.. after.Cells], after.Names);
    }

    private static long Weight(IReadOnlyList<TableCell> cells) => cells.Sum(cell => (long)cell.Text.Length + 16);

    private void CompareRow(TableReader before, IReadOnlyList<TableCell> cells, IReadOnlyList<string>? names, bool isGuessed, ColumnMatch columns, long foundRow)
    {
        if (isGuessed && !IsAlike(before, cells, names, columns))
        {
            TellRow(DifferenceKind.RowMissing, before, "satır eksik");
            Tell(DifferenceKind.RowAdded, Place(foundRow, column: null), expected: null, Shown(cells.FirstOrDefault(cell => !cell.IsEmpty)), "mühürlenen dosyada olmayan satır");
            return;
        }

        for (var i = 0; i < before.Cells.Count; i++)
        {
            var place = PlaceOf(i, before.Names, names, columns);
            // A column that is missing is told once.
            if (place == ColumnMatch.None && before.Names is null)
                continue;
            var found = place >= 0 && place < cells.Count ? cells[place] : TableCell.Empty;
            var expected = before.Cells[i];
            if (CellDamage.Between(expected, found) is { } kind)
                TellCell(kind, before, i, expected, found);
        }
    }

    // Where every row has names of its own, a value is looked for by its name and its turn among those of that name.
    private static int PlaceOf(int column, IReadOnlyList<string>? before, IReadOnlyList<string>? after, ColumnMatch columns)
    {
        if (before is null || after is null)
            return columns.Of(column);
        var turn = before.Take(column).Count(name => name == before[column]);
        for (var i = 0; i < after.Count; i++)
        {
            if (after[i] == before[column] && turn-- == 0)
                return i;
        }

        return ColumnMatch.None;
    }

    private static bool IsAlike(TableReader before, IReadOnlyList<TableCell> cells, IReadOnlyList<string>? names, ColumnMatch columns)
    {
        var (filled, alike) = (0, 0);
        for (var i = 0; i < before.Cells.Count; i++)
        {
            if (before.Cells[i].IsEmpty)
                continue;
            filled++;
            var place = PlaceOf(i, before.Names, names, columns);
            if (place >= 0 && place < cells.Count && CellDamage.Between(before.Cells[i], cells[place]) is not (DifferenceKind.CellChanged or DifferenceKind.CellEmptied))
                alike++;
        }

        // A record of one or two values has nothing else to be known by than its place.
        return filled <= 2 || alike * 3 >= filled;
    }

    private void TellColumns(ColumnMatch columns, TableOutline found)
    {
        foreach (var column in columns.Missing)
            Tell(DifferenceKind.ColumnMissing, ColumnName(column), (column + 1).ToString(CultureInfo.InvariantCulture), found: null, "sütun eksik");
        foreach (var column in columns.Added)
            Tell(DifferenceKind.ColumnAdded, $"{column + 1}. sütun", expected: null, column < found.Head.Count ? found.Head[column] : null, "mühürlenen dosyada olmayan sütun");
        foreach (var column in columns.Moved)
            Tell(DifferenceKind.ColumnMoved, ColumnName(column), $"{column + 1}. sütun", $"{columns.Of(column) + 1}. sütun", "sütunun yeri değişmiş");
    }

    private void TellRow(DifferenceKind kind, TableReader table, string what)
    {
        if (!tally.Counted(file, kind))
            return;
        var first = Shown(table.Cells.FirstOrDefault(cell => !cell.IsEmpty));
        List(kind, Place(table.Row, column: null), kind == DifferenceKind.RowAdded ? null : first, kind == DifferenceKind.RowAdded ? first : null, what);
    }

    private void TellCell(DifferenceKind kind, TableReader before, int column, in TableCell expected, in TableCell found)
    {
        if (!tally.Counted(file, kind))
            return;
        var name = before.Names?[column] ?? ColumnName(column);
        List(kind, Place(before.Row, name), Shown(expected), Shown(found), DifferenceText.OfCell(kind));
    }

    private void Tell(DifferenceKind kind, string place, string? expected, string? found, string what)
    {
        if (tally.Counted(file, kind))
            List(kind, place, expected, found, what);
    }

    private void List(DifferenceKind kind, string place, string? expected, string? found, string what) => tally.List(new ArchiveDifference
    {
        File = file,
        Place = place,
        Kind = kind,
        Expected = expected,
        Found = found,
        Message = DifferenceText.Sentence(file, place, expected, found, what),
    });

    private string ColumnName(int column) => column < heads.Count ? heads[column] : $"{(column + 1).ToString(CultureInfo.InvariantCulture)}. sütun";

    private string Place(long row, string? column)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{row}. satır");
        if (sheet is not null)
            place = $"{sheet} sayfası, {place}";
        return column is null ? place : $"{place}, {column}";
    }

    private static string Shown(in TableCell cell)
    {
        var text = cell.Form == CellForm.Date && CellDay.OfSerial(cell.Text) is { } day ? TurkishText.Date(day) : cell.Text;
        return text.Length > 200 ? text[..200] + "…" : text;
    }
}
