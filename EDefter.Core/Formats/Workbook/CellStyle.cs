namespace EDefter.Core.Formats.Workbook;

/// <summary>How a cell looks. The order of the members is the order of the styles in the workbook's style sheet.</summary>
public enum CellStyle
{
    /// <summary>No format of its own.</summary>
    Plain,

    /// <summary>Bold on grey, wrapped: the first row of a sheet.</summary>
    Header,

    /// <summary>Format "@": a code or text stays text even when somebody edits the cell.</summary>
    Text,

    /// <summary>Text over several lines.</summary>
    Wrap,

    /// <summary>Whole number without grouping.</summary>
    Integer,

    /// <summary>Two decimals with grouping.</summary>
    Amount,

    /// <summary>As many decimals as there are (rates).</summary>
    Decimal,

    /// <summary>Day, month, year.</summary>
    Date,

    /// <summary>Wrapped text on red: a HATA.</summary>
    Error,

    /// <summary>Wrapped text on amber: an UYARI.</summary>
    Warning,

    /// <summary>Bold text.</summary>
    Bold,
}
