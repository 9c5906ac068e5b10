using System.Xml;

namespace EDefter.Core.Reading;

/// <summary>Opens XML that comes from outside, in one way for all: without DTD and entities, without anything fetched, with as many names and as deep as documents are that people have.</summary>
internal static class OutsideXml
{
    /// <summary>The deepest of them, a signed document of the authority, has about twenty.</summary>
    private const int DepthMax = 64;

    /// <param name="stream">The file, behind a limit of its bytes; closed with the reader.</param>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new KnownNames(),
    });

    /// <summary>Goes to the next node. A reader holds every element that is open.</summary>
    /// <exception cref="XmlException">The XML is broken, or too deep.</exception>
    public static bool Next(this XmlReader xml)
    {
        var isThere = xml.Read();
        return xml.Depth <= DepthMax ? isThere : throw new XmlException("The document is deeper than any that is read here.");
    }
}
