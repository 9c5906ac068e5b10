using System.Xml;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal.Asserts;
using EDefter.Core.Rehearsal.Documents;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>
/// Runs the authority's asserts over a document in one pass (asserts of yevmiye, kebir, berat and defter raporu). A line at a time is in
/// memory, of an entry its head; only berats and reports, which have one small entry, are held whole.
/// </summary>
public sealed class GibDocumentCheck
{
    /// <summary>The authority's documents are nine deep; a signature a little more.</summary>
    public const int DepthMax = 32;

    // A carried PDF of 24 MB is the largest of it.
    private const long HeldBytesMax = 128L * 1024 * 1024;

    private const int ElementBytes = 128;

    private readonly Scope scope;
    private readonly char letter;
    private readonly Action<GibFinding> tell;
    private readonly Names names = new();
    private readonly Dictionary<IReadOnlyList<GibAssert>, (string Id, GibAssert Assert)[]> bound = new(ReferenceEqualityComparer.Instance);
    private readonly BookCheck book;
    private readonly SummaryBuilder summary;
    private readonly GibSchemas? schemas;
    private readonly bool isDraft;

    /// <param name="fileName">Official name of the file: the rules read it.</param>
    /// <param name="document">Which document's rules; by default that which the name says.</param>
    /// <param name="tell">Takes every finding as it is met.</param>
    /// <param name="schemas">The authority's schemas, to hold the document against in the same pass; null where there are none.</param>
    /// <param name="isDraft">The document is not signed and not meant to be: the schema for drafts is asked.</param>
    public GibDocumentCheck(string fileName, GibDocument document, Action<GibFinding> tell, GibSchemas? schemas = null, bool isDraft = false)
    {
        this.schemas = schemas;
        this.isDraft = isDraft;
        scope = new Scope(document, fileName);
        this.tell = tell;
        letter = document switch
        {
            GibDocument.Journal => 'Y',
            GibDocument.Ledger => 'K',
            GibDocument.Report => 'R',
            _ => 'B',
        };
        summary = new SummaryBuilder(fileName, document);
        book = new BookCheck(this, new OwnChecks(document, tell), summary);
    }

    internal Scope Scope => scope;

    /// <summary>What the schema says; empty without one.</summary>
    internal SchemaFaults Faults { get; } = new();

    /// <summary>A berat or report: its one entry is small.</summary>
    internal bool IsSummary => letter is 'B' or 'R';

    /// <param name="content">The file; read once, and closed.</param>
    /// <returns>What the document says of itself; null when its XML is broken.</returns>
    public GibDocumentSummary? Run(Stream content)
    {
        using var counted = new CountingStream(content);
        try
        {
            using var plain = OutsideXml.Open(new DocumentStream(counted));
            using var reader = schemas?.Validate(plain, isDraft, Faults) ?? plain;
            var root = ReadRoot(ToRoot(reader));
            while (reader.Next())
            {
            }

            TellSchema(Faults.Take(), PlaceOf(root));
            return summary.Complete(root, scope, counted.BytesRead);
        }
        catch (XmlException broken)
        {
            TellSchema(Faults.TakeEntry(), Whole);
            tell(new GibFinding("XML", "Dosya okunamıyor: yapısı bozuk.", "Dosyayı yeniden ürettirin ya da kaynağından yeniden alın; bir düzenleyicide açıp kaydetmeyin.", new GibPlace(null, null, null, null, broken.LineNumber)));
            return null;
        }
    }

    /// <summary>Tells what the schema said of a part of the document.</summary>
    internal void TellSchema(IReadOnlyList<SchemaFault> faults, GibPlace place)
    {
        foreach (var fault in faults)
            tell(new GibFinding(SchemaFaults.Id, fault.Message, fault.Remedy, place with { XmlLine = fault.XmlLine, Element = fault.Element }));
    }

    internal void Check(IReadOnlyList<GibAssert> asserts, Element element, GibPlace place)
    {
        foreach (var (id, assert) in Bound(asserts))
        {
            if (!Holds(assert, element))
                tell(new GibFinding(id, assert.Message, assert.Remedy, place));
        }
    }

    internal void Check(GibAssert assert, Element element, GibPlace place)
    {
        if (assert.IdIn(letter) is { } id && !Holds(assert, element))
            tell(new GibFinding(id, assert.Message, assert.Remedy, place));
    }

    internal void Tell(string ids, string message, string remedy, GibPlace place) => Check(new GibAssert(ids, message, remedy, static (_, _) => false), Nothing, place);

    private static readonly GibPlace Whole = new(null, null, null, null, 1);
    private static readonly Element Nothing = new(string.Empty, 0);

    /// <summary>Reads the element that the reader stands on, whole.</summary>
    internal Element ReadWhole(XmlReader reader)
    {
        var element = ReadTag(reader);
        if (reader.IsEmptyElement)
            return element;
        var depth = reader.Depth;
        var stack = new Stack<Element>();
        stack.Push(element);
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var child = ReadTag(reader);
                stack.Peek().Add(child);
                if (!reader.IsEmptyElement)
                    stack.Push(child);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                stack.Pop();
            }
            else
            {
                stack.Peek().Append(Held(reader.Text(), reader));
            }
        }

        return element;
    }

    internal Element ReadTag(XmlReader reader)
    {
        if (reader.Depth > DepthMax)
            throw new XmlException("The document is deeper than any document of the authority.", null, LineOf(reader), 0);
        var element = new Element(names.Of(reader), LineOf(reader));
        HeldBytes += ElementBytes;
        Held(string.Empty, reader);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 && !reader.IsDefault)
                element.Add(reader.LocalName, Held(reader.Text(), reader));
        }

        reader.MoveToElement();
        if (element.Attribute("decimals") is not null)
            Check(HeadAsserts.Decimals, element, PlaceOf(element));
        return element;
    }

    /// <summary>What is held of the document, roughly; whoever lets go of a line or an entry sets it back.</summary>
    internal long HeldBytes { get; set; }

    private string Held(string value, XmlReader reader)
    {
        HeldBytes += sizeof(char) * value.Length;
        return HeldBytes <= HeldBytesMax ? value : throw new XmlException("The document holds more beside its lines than any document of the authority.", null, LineOf(reader), 0);
    }

    internal static GibPlace PlaceOf(Element element) => new(null, null, null, null, element.XmlLine);

    // Which of them this document's rules have is found out once, not for every line.
    private (string Id, GibAssert Assert)[] Bound(IReadOnlyList<GibAssert> asserts)
    {
        if (!bound.TryGetValue(asserts, out var known))
            bound.Add(asserts, known = [.. from assert in asserts let id = assert.IdIn(letter) where id is not null select (id, assert)]);
        return known;
    }

    private bool Holds(GibAssert assert, Element element)
    {
        try
        {
            return assert.Holds(scope, element);
        }
        catch (XPathTypeException)
        {
            // The authority's engine stops at such a test: it does not hold.
            return false;
        }
    }

    private static XmlReader ToRoot(XmlReader reader)
    {
        while (reader.NodeType != XmlNodeType.Element && reader.Next())
        {
            // A declaration and white space.
        }

        return reader;
    }

    private Element ReadRoot(XmlReader reader)
    {
        var root = ReadTag(reader);
        Check(HeadAsserts.Root, root, PlaceOf(root));
        var isDocument = string.Equals(root.Name, DocumentTraits.Of(scope.Document).Root, StringComparison.Ordinal);
        EachChild(reader, () => root.Add(string.Equals(Name(reader), "xbrli:xbrl", StringComparison.Ordinal) && isDocument ? ReadXbrl(reader, root) : ReadWhole(reader)));
        if (!isDocument)
            return root;
        Check([.. SignatureAsserts.Root, ExtensionAsserts.Root], root, PlaceOf(root));
        foreach (var signature in root["ds:Signature"])
            CheckSignature(signature);
        foreach (var file in root["extensions"]["extension"]["defterek:binaryObject"])
            Check(ExtensionAsserts.File, file, PlaceOf(file));
        return root;
    }

    // What comes back has every child but the entries, which have passed.
    private Element ReadXbrl(XmlReader reader, Element root)
    {
        var xbrl = ReadTag(reader);
        root.Adopt(xbrl);
        EachChild(reader, () =>
        {
            if (string.Equals(Name(reader), "gl-cor:accountingEntries", StringComparison.Ordinal))
            {
                xbrl.Add(book.Read(reader));
                return;
            }

            var child = ReadWhole(reader);
            xbrl.Add(child);
            if (string.Equals(child.Name, "xbrli:context", StringComparison.Ordinal))
                scope.AddContext(child);
        });
        book.Finish();
        Check(HeadAsserts.Xbrl, xbrl, PlaceOf(xbrl));
        foreach (var entity in xbrl["xbrli:context"]["xbrli:entity"])
        {
            Check(HeadAsserts.Entity, entity, PlaceOf(entity));
            foreach (var identifier in entity["xbrli:identifier"])
                Check(HeadAsserts.Identifier, identifier, PlaceOf(identifier));
        }

        foreach (var measure in xbrl["xbrli:unit"]["xbrli:measure"])
            Check(HeadAsserts.Measure, measure, PlaceOf(measure));
        return xbrl;
    }

    private void CheckSignature(Element signature)
    {
        Check(SignatureAsserts.Signature, signature, PlaceOf(signature));
        foreach (var data in signature["ds:KeyInfo"]["ds:X509Data"])
        {
            Check(SignatureAsserts.Certificates, data, PlaceOf(data));
            foreach (var name in data["ds:X509SubjectName"])
                Check(SignatureAsserts.Subject, name, PlaceOf(name));
        }
    }

    internal string Name(XmlReader reader) => names.Of(reader);

    /// <summary>Stops at every child of the element that the reader stands on; <paramref name="read"/> must take the child to its end.</summary>
    internal static void EachChild(XmlReader reader, Action read)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
                read();
        }
    }

    private static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
