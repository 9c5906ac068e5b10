using System.Xml;
using System.Xml.Schema;

namespace EDefter.Tests.Formats.Gib;

/// <summary>The authority's schemas, read from its package alone: nothing is ever fetched.</summary>
internal static class XsdJudge
{
    private static readonly Lazy<XmlSchemaSet> Signed = new(() => Load("edefter.xsd"));
    private static readonly Lazy<XmlSchemaSet> Unsigned = new(() => Load("edefter_unsigned.xsd"));

    /// <returns>What the schema says against the document.</returns>
    public static IReadOnlyList<string> Judge(byte[] document, bool isSigned)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = isSigned ? Signed.Value : Unsigned.Value, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        settings.ValidationEventHandler += (_, fault) => faults.Add($"{fault.Exception.LineNumber}: {fault.Message}");
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static XmlSchemaSet Load(string file)
    {
        var folder = GibPackage.Xsd;
        var set = new XmlSchemaSet { XmlResolver = new PackageResolver(folder) };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var reader = XmlReader.Create(Path.Combine(folder, file), settings);
        set.Add(null, reader);
        set.Compile();
        return set;
    }

    private sealed class PackageResolver(string folder) : XmlUrlResolver
    {
        public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
        {
            var uri = base.ResolveUri(baseUri, relativeUri);
            return uri.IsFile ? uri : new Uri(Path.Combine(folder, Path.GetFileName(uri.AbsolutePath)));
        }

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            absoluteUri.IsFile ? base.GetEntity(absoluteUri, role, ofObjectToReturn) : throw new XmlException($"{absoluteUri} is not in the package.");
    }
}
