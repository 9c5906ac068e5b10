using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace EDefter.Tests.Rehearsal;

/// <summary>A damage made for certain asserts: each of them must fall.</summary>
/// <param name="Ids">Ids of the asserts, divided by blanks; one for each document that has it.</param>
/// <param name="Name">What is done, for the page of asserts and for the message of a test that fails.</param>
/// <param name="Apply">Breaks the document.</param>
internal sealed record TargetedDamage(string Ids, string Name, Action<XDocument> Apply)
{
    private static readonly XmlNamespaceManager Namespaces = NamespacesOf(
        ("edefter", "http://www.edefter.gov.tr"), ("defterek", "http://www.edefter.gov.tr/ek"), ("xbrli", "http://www.xbrl.org/2003/instance"), ("gl-cor", "http://www.xbrl.org/int/gl/cor/2006-10-25"),
        ("gl-bus", "http://www.xbrl.org/int/gl/bus/2006-10-25"), ("gl-muc", "http://www.xbrl.org/int/gl/muc/2006-10-25"), ("ds", "http://www.w3.org/2000/09/xmldsig#"), ("xades", "http://uri.etsi.org/01903/v1.3.2#"));

    /// <summary>The asserts of the ledger's berat, which the journal's cannot break.</summary>
    public bool IsOfLedgerBerat { get; init; }

    /// <summary>Takes out everything at a place.</summary>
    public static TargetedDamage Without(string ids, string path) => new(ids, $"without {Short(path)}", document => All(document, path).Remove());

    /// <summary>Gives the first element at a place another value.</summary>
    public static TargetedDamage Set(string ids, string path, string value) => new(ids, $"{Short(path)} = '{value}'", document => First(document, path).Value = value);

    /// <summary>Puts the first element at a place twice.</summary>
    public static TargetedDamage Twice(string ids, string path) => new(ids, $"{Short(path)} twice", document => Double(document, path));

    public static TargetedDamage Attribute(string ids, string path, string name, string? value) =>
        new(ids, value is null ? $"{Short(path)} without its {name}" : $"{Short(path)} with {name} '{value}'", document => First(document, path).SetAttributeValue(name, value));

    public static TargetedDamage Do(string ids, string name, Action<XDocument> apply) => new(ids, name, apply);

    public static XElement First(XNode from, string path) => from.XPathSelectElement(path, Namespaces) ?? throw new InvalidOperationException($"The document has nothing at {path}.");

    public static List<XElement> All(XNode from, string path)
    {
        var all = from.XPathSelectElements(path, Namespaces).ToList();
        return all.Count > 0 ? all : throw new InvalidOperationException($"The document has nothing at {path}.");
    }

    public static void Double(XNode from, string path)
    {
        var element = First(from, path);
        element.AddAfterSelf(new XElement(element));
    }

    /// <summary>A new element under its prefixed name.</summary>
    public static XElement New(string name, params object[] content)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return new XElement(colon < 0 ? name : XName.Get(name[(colon + 1)..], Namespaces.LookupNamespace(name[..colon])!), content);
    }

    private static string Short(string path) => path.Replace("//", string.Empty, StringComparison.Ordinal);

    private static XmlNamespaceManager NamespacesOf(params ReadOnlySpan<(string Prefix, string Uri)> namespaces)
    {
        var manager = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in namespaces)
            manager.AddNamespace(prefix, uri);
        return manager;
    }
}
