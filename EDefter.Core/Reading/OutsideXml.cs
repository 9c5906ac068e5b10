using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace EDefter.Core.Reading;

/// <summary>
/// Opens XML that comes from outside, in one way for all: without DTD and entities, without anything fetched, with as many names and as deep as documents are that people have.
/// Nodes and texts are read through here alone (BannedSymbols.txt), because the platform's reader answers some broken documents with exceptions that speak of its own buffers.
/// </summary>
internal static class OutsideXml
{
    /// <summary>The deepest of them, a signed document of the authority, has about twenty.</summary>
    private const int DepthMax = 64;

    /// <param name="stream">The file, behind a limit of its bytes; closed with the reader.</param>
    /// <exception cref="XmlException">Its first letters are none.</exception>
    public static XmlReader Open(WatchedStream stream)
    {
        try
        {
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
                NameTable = new KnownNames(),
            });
        }
        catch (Exception fault) when (IsOfReader(fault))
        {
            throw Broken(fault);
        }
    }

    /// <summary>Goes to the next node. A reader holds every element that is open.</summary>
    /// <exception cref="XmlException">The XML is broken, or too deep. What the stream throws comes through as it is.</exception>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the place that the ban sends to.")]
    public static bool Next(this XmlReader xml)
    {
        bool isThere;
        try
        {
            isThere = xml.Read();
        }
        catch (Exception fault) when (IsOfReader(fault))
        {
            throw Broken(fault);
        }

        return xml.Depth <= DepthMax ? isThere : throw new XmlException("The document is deeper than any that is read here.");
    }

    /// <summary>The text or the attribute's value that the reader stands on. The end of a long one is read only now.</summary>
    /// <exception cref="XmlException">The XML is broken.</exception>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the place that the ban sends to.")]
    public static string Text(this XmlReader xml)
    {
        try
        {
            return xml.Value;
        }
        catch (Exception fault) when (IsOfReader(fault))
        {
            throw Broken(fault);
        }
    }

    // A declaration that is longer than the reader's first piece and then names another encoding, for one: a negative count.
    private static bool IsOfReader(Exception fault) => fault is not (XmlException or OutOfMemoryException) && !WatchedStream.Threw(fault);

    private static XmlException Broken(Exception fault) => new("The document is broken in a way that the reader of the platform does not know.", fault);
}
