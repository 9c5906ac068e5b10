using System.Xml;

namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>
/// Answers every address with a file of the package or not at all. The package's schemas import those of XBRL by their addresses on the web; the
/// files of that name lie in the package.
/// </summary>
internal sealed class PackageResolver(IReadOnlyDictionary<string, byte[]> files) : XmlResolver
{
    // Reserved for what never resolves (RFC 2606).
    private const string Root = "http://package.invalid/";

    /// <summary>A schema asked for what is not in the package; the framework would go on without it.</summary>
    public string? Missing { get; private set; }

    public static Uri UriOf(string path) => new(Root + path);

    /// <summary>One file has one address, by whichever address it is asked for: a schema that came twice would declare everything twice.</summary>
    public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
    {
        var address = base.ResolveUri(baseUri, relativeUri);
        return address.ToString().StartsWith(Root, StringComparison.Ordinal) ? address : UriOf(Path.GetFileName(address.AbsolutePath));
    }

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        var path = absoluteUri.ToString()[Root.Length..];
        if (files.TryGetValue(path, out var content))
            return new MemoryStream(content, writable: false);
        Missing = path;
        throw new XmlException($"{path} is not in the package.");
    }
}
