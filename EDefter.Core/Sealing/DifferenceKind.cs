namespace EDefter.Core.Sealing;

/// <summary>How something differs from what was sealed: a file, a row, a column or a cell. Members are words of the wire and are never renamed.</summary>
public enum DifferenceKind
{
    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>A file that was not sealed.</summary>
    Extra,

    /// <summary>The file holds something else; what exactly is told by the differences with a place.</summary>
    Changed,

    Renamed,

    /// <summary>The file is broken, or larger than could be looked at.</summary>
    Unreadable,

    // The whole file.

    /// <summary>Text became a workbook, or a workbook text.</summary>
    FormatChanged,

    EncodingChanged,

    ByteOrderMarkChanged,

    LineEndsChanged,

    SeparatorChanged,

    /// <summary>Values were put into quotes, or taken out of them.</summary>
    QuotesChanged,

    // Sheets, columns and rows.
    SheetMissing,

    SheetAdded,

    ColumnMissing,

    ColumnAdded,

    ColumnMoved,

    RowMissing,

    RowAdded,

    /// <summary>The row stands at another place among the others.</summary>
    RowMoved,

    // Cells.

    /// <summary>000123 became 123.</summary>
    LeadingZeroLost,

    /// <summary>1200000000000015 became 1,2E+15, or lost its last digits.</summary>
    NumberShortened,

    /// <summary>100.00 became 100.</summary>
    TrailingZeroLost,

    DecimalSeparatorChanged,

    /// <summary>A text cell became a number of the same value.</summary>
    TextToNumber,

    /// <summary>A number cell became a text of the same value.</summary>
    NumberToText,

    /// <summary>1-2 became 1 February.</summary>
    TextToDate,

    /// <summary>A day became its day number.</summary>
    DateToNumber,

    /// <summary>The same day is written another way.</summary>
    DateReformatted,

    /// <summary>Ş became Å or ?.</summary>
    EncodingDamaged,

    /// <summary>Only white space differs.</summary>
    SpacesChanged,

    CellEmptied,

    /// <summary>Anything else.</summary>
    CellChanged,
}
