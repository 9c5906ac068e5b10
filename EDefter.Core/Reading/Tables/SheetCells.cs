using System.Globalization;

namespace EDefter.Core.Reading.Tables;

/// <summary>What the attributes and the value of a sheet's cell mean.</summary>
internal static class SheetCells
{
    private const int DaysTo1904 = 1_462;
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    /// <param name="file">The workbook.</param>
    /// <param name="type">Attribute t.</param>
    /// <param name="style">Attribute s.</param>
    /// <param name="value">Element v; null where there is none.</param>
    /// <param name="inline">Element is; null where there is none.</param>
    /// <param name="isFormula">There is an element f.</param>
    public static TableCell Of(WorkbookFile file, string? type, long? style, string? value, string? inline, bool isFormula)
    {
        // A formula that nobody has computed is told as one, not as an empty cell.
        if (string.IsNullOrEmpty(value) && inline is null)
            return isFormula ? new TableCell(CellForm.Error, string.Empty, IsFormula: true) : TableCell.Empty;
        return Of(file, type, style, value ?? string.Empty, inline) with { IsFormula = isFormula };
    }

    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>1-based column of a reference (<c>AB12</c>); null when it names none.</summary>
    public static int? ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c) || column > TableReader.ColumnsMax)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column;
    }

    private static TableCell Of(WorkbookFile file, string? type, long? style, string value, string? inline) => type switch
    {
        "inlineStr" => TableCell.OfText(inline ?? value),
        "s" => Number(value) is { } number and <= int.MaxValue && file.Texts.Find((int)number) is { } text ? TableCell.OfText(text) : throw new InvalidDataException("A shared text is missing."),
        "str" => TableCell.OfText(value),
        "b" => new TableCell(CellForm.Truth, value == "1" ? "TRUE" : "FALSE"),
        "e" => new TableCell(CellForm.Error, value),
        "d" => IsoDate(value),
        _ => style is { } one and <= int.MaxValue && file.IsDateStyle((int)one) ? DateOf(file, value) : new TableCell(CellForm.Number, value),
    };

    private static TableCell DateOf(WorkbookFile file, string serial)
    {
        if (!file.CountsFrom1904)
            return new TableCell(CellForm.Date, serial);
        return decimal.TryParse(serial, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
            ? new TableCell(CellForm.Date, (days + DaysTo1904).ToString(CultureInfo.InvariantCulture))
            : new TableCell(CellForm.Number, serial);
    }

    private static TableCell IsoDate(string value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new TableCell(CellForm.Date, (day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture))
            : TableCell.OfText(value);
}
