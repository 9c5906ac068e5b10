namespace EDefter.Core.Rehearsal.Documents;

/// <summary>
/// An element of a document with everything in it: a line, an entry's head, a signature; never a whole book. Names carry the authority's
/// prefixes, whatever prefixes the document uses.
/// </summary>
internal sealed class Element(string name, int xmlLine)
{
    private List<(string Name, string Value)>? attributes;
    private List<Element>? children;

    public string Name { get; } = name;

    /// <summary>1-based line of the file.</summary>
    public int XmlLine { get; } = xmlLine;

    public Element? Parent { get; private set; }

    /// <summary>Its own text; texts of elements inside are theirs.</summary>
    public string OwnText { get; set; } = string.Empty;

    /// <summary>XPath's string value: all text inside, in order.</summary>
    public string Text => children is null ? OwnText : OwnText + string.Concat(children.Select(child => child.Text));

    public Nodes this[string childName] => Nodes.ChildrenOf(this, childName);

    public IReadOnlyList<Element> Children => children ?? (IReadOnlyList<Element>)[];

    public string? Attribute(string attributeName)
    {
        foreach (var (name, value) in attributes ?? [])
        {
            if (string.Equals(name, attributeName, StringComparison.Ordinal))
                return value;
        }

        return null;
    }

    public void Add(Element child)
    {
        child.Parent = this;
        (children ??= []).Add(child);
    }

    public void Add(string attributeName, string value) => (attributes ??= []).Add((attributeName, value));

    /// <summary>Makes an element a child without its being kept: a line of an account that has a hundred thousand of them.</summary>
    public void Adopt(Element child) => child.Parent = this;
}
