using System.Xml;
using System.Xml.Schema;

namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>
/// The authority's schemas, compiled from the files of its package alone: nothing is ever fetched, no DTD is read. Compiled once, they may be
/// used by many at a time.
/// </summary>
public sealed class GibSchemas
{
    private readonly XmlSchemaSet signed;
    private readonly XmlSchemaSet drafts;

    private GibSchemas(XmlSchemaSet signed, XmlSchemaSet drafts)
    {
        this.signed = signed;
        this.drafts = drafts;
    }

    /// <param name="files">Path beside <c>edefter.xsd</c> → content.</param>
    /// <exception cref="GibPackageException">A schema is missing or broken.</exception>
    internal static GibSchemas Load(IReadOnlyDictionary<string, byte[]> files)
    {
        var ofDocuments = Compile(files, GibPackage.RootSchema);
        return new GibSchemas(ofDocuments, files.ContainsKey(GibPackage.DraftSchema) ? Compile(files, GibPackage.DraftSchema) : ofDocuments);
    }

    /// <summary>Validates while somebody reads.</summary>
    /// <param name="plain">What reads the document.</param>
    /// <param name="isDraft">Not signed yet, and not meant to be.</param>
    /// <param name="faults">Takes what is wrong as it is met.</param>
    internal XmlReader Validate(XmlReader plain, bool isDraft, SchemaFaults faults)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = isDraft ? drafts : signed, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };
        settings.ValidationEventHandler += (_, fault) => faults.Add(plain, fault.Exception);
        return XmlReader.Create(plain, settings);
    }

    private static XmlSchemaSet Compile(IReadOnlyDictionary<string, byte[]> files, string root)
    {
        var resolver = new PackageResolver(files);
        var set = new XmlSchemaSet { XmlResolver = resolver };
        try
        {
            using var reader = XmlReader.Create((Stream)resolver.GetEntity(PackageResolver.UriOf(root), role: null, typeof(Stream)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }, PackageResolver.UriOf(root).ToString());
            set.Add(targetNamespace: null, reader);
            set.Compile();
            return resolver.Missing is { } missing ? throw new XmlException($"{missing} is not in the package.") : set;
        }
        catch (Exception broken) when (broken is XmlSchemaException or XmlException)
        {
            throw new GibPackageException("tanımlı e-Defter paketinin şemaları okunamıyor; paket eksik ya da bozuk.", broken);
        }
    }
}
