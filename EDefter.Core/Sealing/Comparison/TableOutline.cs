using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>
/// What is remembered of a table to match it with another: two or three hashes per row and one sum per column, never the cells. A row's hash is the
/// sum of its cells', so that moved columns do not change it.
/// </summary>
internal sealed class TableOutline
{
    /// <summary>No row has this key.</summary>
    public const ulong NoKey = 0;

    private readonly List<ulong> strict = [];
    private readonly List<ulong> tolerant = [];
    private readonly List<ulong> keys = [];
    private readonly List<ulong> columnSums = [];
    private readonly List<long> lastIntegers = [];
    private readonly List<bool> mayCount = [];
    private readonly List<(TableCell Cell, (ulong Strict, ulong Tolerant) Hashes)> last = [];

    public IReadOnlyList<ulong> Strict => strict;

    public IReadOnlyList<ulong> Tolerant => tolerant;

    /// <summary>Hash of the key column's cell; <see cref="NoKey"/> where there is none.</summary>
    public IReadOnlyList<ulong> Keys => keys;

    /// <summary>Sum of the column's tolerant hashes; 0 for an empty column.</summary>
    public IReadOnlyList<ulong> ColumnSums => columnSums;

    /// <summary>The first row.</summary>
    public IReadOnlyList<string> Head { get; private set; } = [];

    public int Rows => strict.Count;

    public int Columns => columnSums.Count;

    /// <summary>There are more rows than were to be read; those that are too many were not.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The column whose whole numbers grow from row to row (satır no): it knows a row again whatever was done to the others. Null when there is none.</summary>
    public int? CountingColumn => Rows > 2 && mayCount.IndexOf(true) is >= 0 and var column ? column : null;

    /// <summary>The column's whole numbers grow through all rows.</summary>
    public bool Counts(int column) => Rows > 2 && column < mayCount.Count && mayCount[column];

    /// <summary>Reads a table to its end.</summary>
    /// <param name="table">Closed by the caller.</param>
    /// <param name="keyColumn">Column whose cells become the rows' keys; null for none.</param>
    /// <param name="rowsMax">More rows are not read.</param>
    public static TableOutline Of(TableReader table, int? keyColumn, int rowsMax)
    {
        var outline = new TableOutline();
        while (table.Read())
        {
            if (outline.Rows == rowsMax)
            {
                outline.IsCut = true;
                break;
            }

            outline.Add(table, keyColumn);
        }

        return outline;
    }

    private void Add(TableReader table, int? keyColumn)
    {
        var cells = table.Cells;
        if (Rows == 0)
            Head = [.. cells.Select(cell => cell.Text)];
        var (strictSum, tolerantSum) = (0UL, 0UL);
        for (var i = 0; i < Math.Max(cells.Count, columnSums.Count); i++)
        {
            var cell = i < cells.Count ? cells[i] : TableCell.Empty;
            if (i == columnSums.Count)
                AddColumn();
            Watch(i, cell, table.Names is null);
            if (cell.IsEmpty)
                continue;
            var (strictHash, tolerantHash) = HashesOf(i, cell);
            strictSum += strictHash;
            tolerantSum += tolerantHash;
            columnSums[i] += tolerantHash;
        }

        strict.Add(strictSum);
        tolerant.Add(tolerantSum);
        keys.Add(keyColumn is { } key && key < cells.Count ? KeyOf(cells[key]) : NoKey);
    }

    // Cells often repeat the one above them.
    private (ulong Strict, ulong Tolerant) HashesOf(int column, in TableCell cell)
    {
        var (above, hashes) = last[column];
        if (above == cell)
            return hashes;
        hashes = (CellHash.Strict(cell), CellHash.Tolerant(cell));
        last[column] = (cell, hashes);
        return hashes;
    }

    // A column that begins below the first row cannot count every row.
    private void AddColumn()
    {
        columnSums.Add(0);
        last.Add((TableCell.Empty, default));
        lastIntegers.Add(long.MinValue);
        mayCount.Add(Rows <= 1);
    }

    // The first row may hold headers.
    private void Watch(int column, in TableCell cell, bool isTable)
    {
        if (!mayCount[column])
            return;
        if (isTable && long.TryParse(cell.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > lastIntegers[column])
            lastIntegers[column] = number;
        else if (Rows > 0 || !isTable)
            mayCount[column] = false;
    }

    private static ulong KeyOf(in TableCell cell) => CellNumber.Read(cell.Text) is { Decimals: 0 } number ? CellHash.OfText(number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) : NoKey;
}
