namespace EDefter.Core.Reading.Tables;

/// <summary>Rows of somebody's table, one after the other, in memory that does not grow with the table.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>A table wider than this is none of ours, and of nobody's.</summary>
    public const int ColumnsMax = 1_024;

    /// <summary>Characters of one cell; a workbook's cell holds 32 767.</summary>
    public const int CellCharactersMax = 64 * 1024;

    /// <summary>1-based number of the present row, as a table program shows it.</summary>
    public long Row { get; protected set; }

    /// <summary>The present row's cells; good until the next <see cref="Read"/>. Cells after the last may be missing.</summary>
    public IReadOnlyList<TableCell> Cells => Present;

    /// <summary>Names of the present row's cells, where the format gives each row its own; null where a header row names the columns.</summary>
    public virtual IReadOnlyList<string>? Names => null;

    private protected List<TableCell> Present { get; } = [];

    /// <summary>Goes to the next row that holds something.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="TableLimitException">There is more than may be read.</exception>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public abstract bool Read();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    // A cell of a row that may leave others out.
    private protected void Put(int column, in TableCell cell)
    {
        if (column > ColumnsMax)
            throw TooWide(Row);
        while (Present.Count < column)
            Present.Add(TableCell.Empty);
        Present[column - 1] = cell;
    }

    private protected static TableLimitException CellTooLong(long row) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}. satırda {CellCharactersMax / 1024}.000 karakterden uzun bir hücre var."));

    private protected static TableLimitException TooWide(long row) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}. satırda {ColumnsMax} sütundan fazlası dolu."));
}
