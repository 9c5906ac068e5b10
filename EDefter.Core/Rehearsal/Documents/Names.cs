using System.Xml;

namespace EDefter.Core.Rehearsal.Documents;

/// <summary>Names of elements under the authority's prefixes, whatever prefixes a document declares. What is in no known namespace keeps its namespace before it.</summary>
internal sealed class Names
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["http://www.edefter.gov.tr"] = "edefter:",
        ["http://www.edefter.gov.tr/ek"] = "defterek:",
        ["http://www.xbrl.org/2003/instance"] = "xbrli:",
        ["http://www.xbrl.org/int/gl/cor/2006-10-25"] = "gl-cor:",
        ["http://www.xbrl.org/int/gl/bus/2006-10-25"] = "gl-bus:",
        ["http://www.xbrl.org/int/gl/muc/2006-10-25"] = "gl-muc:",
        ["http://www.w3.org/2000/09/xmldsig#"] = "ds:",
        ["http://uri.etsi.org/01903/v1.3.2#"] = "xades:",
        [string.Empty] = string.Empty,
    };

    private readonly Dictionary<(string Namespace, string Local), string> names = [];

    public string Of(XmlReader reader)
    {
        var key = (reader.NamespaceURI, reader.LocalName);
        if (!names.TryGetValue(key, out var name))
            names.Add(key, name = Known((Prefixes.TryGetValue(key.NamespaceURI, out var prefix) ? prefix : "{" + key.NamespaceURI + "}") + key.LocalName));
        return name;
    }

    // A name that the rules ask for is the rules' own text, which is quick to compare. Others are not interned: what is interned stays until the process ends.
    private static string Known(string name) => string.IsInterned(name) ?? name;
}
