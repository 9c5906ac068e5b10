using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace EDefter.Tests.Formats;

/// <summary>An independent reader of workbooks: System.Xml over the parts, nothing of the writer. Gives (sheet, row, column, kind, value).</summary>
internal static class WorkbookReader
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static List<(string Sheet, int Row, int Column, string Kind, string Value)> Cells(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        var targets = Load(zip, "xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(one => one.Attribute("Id")!.Value, one => one.Attribute("Target")!.Value, StringComparer.Ordinal);
        var dates = Load(zip, "xl/styles.xml").Root!.Element(Main + "cellXfs")!.Elements().Select(one => one.Attribute("numFmtId")!.Value is "164" or "14").ToArray();
        var cells = new List<(string, int, int, string, string)>();
        foreach (var sheet in Load(zip, "xl/workbook.xml").Root!.Element(Main + "sheets")!.Elements())
        {
            var part = Load(zip, "xl/" + targets[sheet.Attribute(Relations + "id")!.Value]);
            var row = 0;
            foreach (var rowElement in part.Root!.Element(Main + "sheetData")!.Elements())
            {
                row = rowElement.Attribute("r") is { } r ? int.Parse(r.Value, CultureInfo.InvariantCulture) : row + 1;
                var column = 0;
                foreach (var cell in rowElement.Elements())
                {
                    column = cell.Attribute("r") is { } reference ? ColumnOf(reference.Value) : column + 1;
                    if (Read(cell, dates) is var (kind, value))
                        cells.Add((sheet.Attribute("name")!.Value, row, column, kind, value));
                }
            }
        }

        return cells;
    }

    private static (string Kind, string Value)? Read(XElement cell, bool[] dates)
    {
        if (cell.Attribute("t")?.Value == "inlineStr")
            return ("text", Decode(string.Concat(cell.Descendants(Main + "t").Select(Kept))));
        if (cell.Element(Main + "v") is not { } value)
            return null;
        var isDate = dates[int.Parse(cell.Attribute("s")?.Value ?? "0", CultureInfo.InvariantCulture)];
        return isDate
            ? ("date", new DateOnly(1899, 12, 30).AddDays(int.Parse(value.Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : ("number", value.Value);
    }

    // Excel drops white space at the ends of a text that does not ask to keep it.
    private static string Kept(XElement text) => text.Attribute(XNamespace.Xml + "space")?.Value == "preserve" ? text.Value : text.Value.Trim(' ', '\t', '\r', '\n');

    // _xHHHH_ stands for the character of that number.
    private static string Decode(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, "_x(?<unit>[0-9A-Fa-f]{4})_", match => ((char)ushort.Parse(match.Groups["unit"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(), System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => (sum * 26) + (c - 'A' + 1));

    private static XDocument Load(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
