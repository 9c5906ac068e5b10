using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>One sheet of a workbook as rows.</summary>
internal sealed class SheetTableReader(WorkbookFile file, ZipArchiveEntry part) : XmlRowReader(file.OpenXml(part))
{
    private const int DaysTo1904 = 1_462;
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private protected override bool Take()
    {
        if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != "row")
            return false;
        // Rows run upwards; one that says otherwise is taken where it stands.
        Row = Math.Max(Row + 1, Number(Xml.GetAttribute("r")) ?? 0);
        Present.Clear();
        ReadRow();
        return Present.Exists(cell => !cell.IsEmpty);
    }

    private void ReadRow()
    {
        if (Xml.IsEmptyElement)
            return;
        var depth = Xml.Depth;
        var column = 0;
        while (Xml.Read() && Xml.Depth > depth)
        {
            if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != "c")
                continue;
            column = ColumnOf(Xml.GetAttribute("r")) ?? column + 1;
            var cell = ReadCell();
            if (cell.IsEmpty)
                continue;
            if (column > ColumnsMax)
                throw TooWide(Row);
            while (Present.Count < column)
                Present.Add(TableCell.Empty);
            Present[column - 1] = cell;
        }
    }

    private TableCell ReadCell()
    {
        var type = Xml.GetAttribute("t");
        var style = Number(Xml.GetAttribute("s"));
        if (Xml.IsEmptyElement)
            return TableCell.Empty;
        var depth = Xml.Depth;
        string? value = null;
        string? inline = null;
        var formula = false;
        while (Xml.Read() && Xml.Depth > depth)
        {
            if (Xml.NodeType != XmlNodeType.Element)
                continue;
            if (Xml.LocalName == "v")
                value = CellXml.ReadText(Xml);
            else if (Xml.LocalName == "is")
                inline = CellXml.ReadRichText(Xml);
            else if (Xml.LocalName == "f")
                formula = true;
        }

        // A formula that nobody has computed is told as one, not as an empty cell.
        if (string.IsNullOrEmpty(value) && inline is null)
            return formula ? new TableCell(CellForm.Error, string.Empty, IsFormula: true) : TableCell.Empty;
        return CellOf(type, style, value ?? string.Empty, inline) with { IsFormula = formula };
    }

    private TableCell CellOf(string? type, long? style, string value, string? inline) => type switch
    {
        "inlineStr" => TableCell.OfText(inline ?? value),
        "s" => Number(value) is { } number and <= int.MaxValue && file.Texts.Find((int)number) is { } text ? TableCell.OfText(text) : throw new InvalidDataException("A shared text is missing."),
        "str" => TableCell.OfText(value),
        "b" => new TableCell(CellForm.Truth, value == "1" ? "TRUE" : "FALSE"),
        "e" => new TableCell(CellForm.Error, value),
        "d" => IsoDate(value),
        _ => style is { } one and <= int.MaxValue && file.IsDateStyle((int)one) ? DateOf(value) : new TableCell(CellForm.Number, value),
    };

    private TableCell DateOf(string serial)
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

    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c) || column > ColumnsMax)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column;
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
