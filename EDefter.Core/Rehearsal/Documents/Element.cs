using System.Text;

namespace EDefter.Core.Rehearsal.Documents;

/// <summary>
/// An element of a document with everything in it: a line, an entry's head, a signature; never a whole book. Names carry the authority's
/// prefixes, whatever prefixes the document uses.
/// </summary>
internal sealed class Element(string name, int xmlLine)
{
    private List<(string Name, string Value)>? attributes;
    private List<Element>? children;
    private StringBuilder? pieces;
    private string ownText = string.Empty;

    public string Name { get; } = name;

    /// <summary>1-based line of the file.</summary>
    public int XmlLine { get; } = xmlLine;

    public Element? Parent { get; private set; }

    /// <summary>Its own text; texts of elements inside are theirs.</summary>
    public string OwnText
    {
        get
        {
            if (pieces is not null)
                (ownText, pieces) = (pieces.ToString(), null);
            return ownText;
        }

        set => (ownText, pieces) = (value, null);
    }

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

    /// <summary>Adds a piece of its own text: one text may come in thousands of them.</summary>
    public void Append(string text)
    {
        if (pieces is not null)
            pieces.Append(text);
        else if (ownText.Length == 0)
            ownText = text;
        else
            pieces = new StringBuilder(ownText).Append(text);
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
