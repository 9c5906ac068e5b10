using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>Rows that stand in XML, read node by node.</summary>
public abstract class XmlRowReader : TableReader
{
    private protected XmlRowReader(WatchedStream stream)
    {
        try
        {
            Xml = OutsideXml.Open(stream);
        }
        catch (XmlException exception)
        {
            throw WorkbookFile.Broken(exception);
        }
    }

    private protected XmlReader Xml { get; }

    public override bool Read()
    {
        try
        {
            while (Xml.Next())
            {
                if (Take())
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

    /// <summary>Takes the node that the reader stands on; true when a row is complete with it.</summary>
    private protected abstract bool Take();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Xml.Dispose();
        base.Dispose(disposing);
    }
}
