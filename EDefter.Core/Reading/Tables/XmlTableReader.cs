using System.Text;
using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// XML that holds records, as rows: every element with values directly inside it is a row, told when it ends; its cells are those values and its
/// attributes, named for their elements. Which records stand in which is not told: the order of the rows says it.
/// </summary>
public sealed class XmlTableReader(Stream stream, long bytesMax)
    : XmlRowReader(new MarkupStream(stream, bytesMax))
{
    private readonly Stack<(List<TableCell> Cells, List<string> Names, bool HasChildren)> open = new();
    private readonly StringBuilder text = new();
    private IReadOnlyList<string> names = [];

    public override IReadOnlyList<string>? Names => names;

    private protected override bool Take()
    {
        switch (Xml.NodeType)
        {
            case XmlNodeType.Element:
                if (open.TryPop(out var parent))
                    open.Push((parent.Cells, parent.Names, true));
                if (open.Count == 64)
                    throw new TableLimitException("XML dosyası okunamayacak kadar iç içe.");
                var isEmpty = Xml.IsEmptyElement;
                var name = Xml.LocalName;
                open.Push(([], [], false));
                TakeAttributes();
                text.Clear();
                return isEmpty && Close(name);
            case XmlNodeType.Text or XmlNodeType.CDATA:
                text.Append(Xml.Text());
                if (text.Length > CellCharactersMax)
                    throw CellTooLong(Row + 1);
                return false;
            case XmlNodeType.EndElement:
                return Close(Xml.LocalName);
            default:
                return false;
        }
    }

    private void TakeAttributes()
    {
        var (cells, heads, _) = open.Peek();
        while (Xml.MoveToNextAttribute())
        {
            if (Xml.Prefix == "xmlns" || Xml.LocalName == "xmlns")
                continue;
            if (cells.Count == ColumnsMax)
                throw TooWide(Row + 1);
            cells.Add(TableCell.OfText(Xml.Text()));
            heads.Add(Xml.LocalName);
        }

        Xml.MoveToElement();
    }

    // A leaf is a value of the element around it; an element with leaves is a row.
    private bool Close(string name)
    {
        var (cells, heads, hasChildren) = open.Pop();
        if (!hasChildren)
        {
            if (open.TryPeek(out var around))
            {
                if (around.Cells.Count == ColumnsMax)
                    throw TooWide(Row + 1);
                around.Cells.Add(TableCell.OfText(text.ToString()));
                around.Names.Add(name);
            }

            text.Clear();
        }

        if (cells.Count == 0 || cells.TrueForAll(cell => cell.IsEmpty))
            return false;
        Row++;
        Present.Clear();
        Present.AddRange(cells);
        names = heads;
        return true;
    }
}
