using System.IO.Compression;
using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>One sheet of a workbook as rows, whatever its XML looks like; the judge of <see cref="PlainSheetReader"/>.</summary>
internal sealed class SheetTableReader(WorkbookFile file, ZipArchiveEntry part) : XmlRowReader(file.OpenPart(part))
{
    private protected override bool Take()
    {
        if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != "row")
            return false;
        // Rows run upwards; one that says otherwise is taken where it stands.
        Row = Math.Max(Row + 1, SheetCells.Number(Xml.GetAttribute("r")) ?? 0);
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
        while (Xml.Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != "c")
                continue;
            column = SheetCells.ColumnOf(Xml.GetAttribute("r")) ?? column + 1;
            var cell = ReadCell();
            if (!cell.IsEmpty)
                Put(column, cell);
        }
    }

    private TableCell ReadCell()
    {
        var type = Xml.GetAttribute("t");
        var style = SheetCells.Number(Xml.GetAttribute("s"));
        if (Xml.IsEmptyElement)
            return TableCell.Empty;
        var depth = Xml.Depth;
        string? value = null;
        string? inline = null;
        var formula = false;
        while (Xml.Next() && Xml.Depth > depth)
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

        return SheetCells.Of(file, type, style, value, inline, formula);
    }
}
