namespace EDefter.Core.Reading.Tables;

/// <summary>What a cell of somebody's table holds.</summary>
public enum CellForm
{
    Empty,

    Text,

    /// <summary>A number; its text is what stands in the file.</summary>
    Number,

    /// <summary>A number that the workbook shows as a day; its text is the day number counted from 30.12.1899, whatever the workbook counts from.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Truth,

    /// <summary>An error value such as #N/A.</summary>
    Error,
}
