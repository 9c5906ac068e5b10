using System.Runtime.InteropServices;

namespace EDefter.Core.Rehearsal.Documents;

/// <summary>
/// A sequence of elements with XPath 2.0's ways of comparing them: a comparison holds when any pair of them holds; text against text compares
/// code points, text against a number compares doubles; a function that wants one value fails on two.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Nodes
{
    private readonly Element? first;
    private readonly List<Element>? more;

    private Nodes(Element? first, List<Element>? more)
    {
        this.first = first;
        this.more = more;
    }

    public bool Any => first is not null;

    public int Count => first is null ? 0 : 1 + (more?.Count ?? 0);

    /// <summary>The only one; null when there is none.</summary>
    /// <exception cref="XPathTypeException">There are several.</exception>
    public Element? Single => more is null ? first : throw new XPathTypeException();

    /// <summary>Text of the only one; empty when there is none.</summary>
    public string Text => Single?.Text ?? string.Empty;

    /// <summary>normalize-space of the only one.</summary>
    public string Normal => XPath.Normalize(Text);

    /// <summary>The children of all of them that have a name.</summary>
    public Nodes this[string childName]
    {
        get
        {
            if (more is null)
                return first is null ? this : ChildrenOf(first, childName);
            var found = default(Nodes);
            foreach (var element in this)
            {
                foreach (var child in ChildrenOf(element, childName))
                    found = found.With(child);
            }

            return found;
        }
    }

    public static Nodes ChildrenOf(Element parent, string name)
    {
        Element? found = null;
        List<Element>? others = null;
        foreach (var child in parent.Children)
        {
            if (!string.Equals(child.Name, name, StringComparison.Ordinal))
                continue;
            if (found is null)
                found = child;
            else
                (others ??= []).Add(child);
        }

        return new Nodes(found, others);
    }

    public Nodes Where(Func<Element, bool> wanted)
    {
        var found = default(Nodes);
        foreach (var element in this)
            found = wanted(element) ? found.With(element) : found;
        return found;
    }

    public bool Is(string text) => Exists(element => string.Equals(element.Text, text, StringComparison.Ordinal));

    public bool Is(double number) => Exists(element => XPath.Double(element.Text) == number);

    public bool IsAtLeast(double number) => Exists(element => XPath.Double(element.Text) >= number);

    public bool IsMoreThan(double number) => Exists(element => XPath.Double(element.Text) > number);

    public bool Is(Nodes others) => Exists(element => others.Is(element.Text));

    public bool IsAtLeast(Nodes others) => Exists(element => others.Exists(other => string.CompareOrdinal(element.Text, other.Text) >= 0));

    public bool IsMoreThan(Nodes others) => Exists(element => others.Exists(other => string.CompareOrdinal(element.Text, other.Text) > 0));

    public bool Exists(Func<Element, bool> holds)
    {
        foreach (var element in this)
        {
            if (holds(element))
                return true;
        }

        return false;
    }

    public Enumerator GetEnumerator() => new(this);

    private Nodes With(Element element)
    {
        if (first is null)
            return new Nodes(element, null);
        var others = more ?? [];
        others.Add(element);
        return new Nodes(first, others);
    }

    /// <summary>The first, then the others.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Enumerator(Nodes nodes)
    {
        private int at = -1;

        public readonly Element Current => at == 0 ? nodes.first! : nodes.more![at - 1];

        public bool MoveNext() => ++at < nodes.Count;
    }
}
