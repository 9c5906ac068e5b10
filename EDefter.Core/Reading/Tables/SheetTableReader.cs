using System.IO.Compression;
using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>One sheet of a workbook as rows, whatever its XML looks like; the judge of <see cref="PlainSheetReader"/>.</summary>
internal sealed class SheetTableReader(WorkbookFile file, ZipArchiveEntry part) : TableReader
{
    private readonly XmlReader xml = file.OpenXml(part);

    public override bool Read()
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                    continue;
                // Rows run upwards; one that says otherwise is taken where it stands.
                Row = Math.Max(Row + 1, SheetCells.Number(xml.GetAttribute("r")) ?? 0);
                Present.Clear();
                ReadRow();
                if (Present.Exists(cell => !cell.IsEmpty))
                    return true;
            }
        }
        catch (XmlException exception)
        {
            throw WorkbookFile.Broken(exception);
        }

        Present.Clear();
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            xml.Dispose();
        base.Dispose(disposing);
    }

    private void ReadRow()
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var column = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = SheetCells.ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            var cell = ReadCell();
            if (!cell.IsEmpty)
                Put(column, cell);
        }
    }

    private TableCell ReadCell()
    {
        var type = xml.GetAttribute("t");
        var style = SheetCells.Number(xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return TableCell.Empty;
        var depth = xml.Depth;
        string? value = null;
        string? inline = null;
        var formula = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "v")
                value = CellXml.ReadText(xml);
            else if (xml.LocalName == "is")
                inline = CellXml.ReadRichText(xml);
            else if (xml.LocalName == "f")
                formula = true;
        }

        return SheetCells.Of(file, type, style, value, inline, formula);
    }
}
