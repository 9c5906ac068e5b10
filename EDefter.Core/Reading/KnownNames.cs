using System.Xml;

namespace EDefter.Core.Reading;

/// <summary>The names of an XML file that comes from outside. A reader keeps every name that it ever met: a file that is made of nothing but different names would fill the memory.</summary>
internal sealed class KnownNames : NameTable
{
    /// <summary>Far more than any file has that we read; the largest of them has a few hundred.</summary>
    private const int NamesMax = 20_000;

    private int names;

    /// <exception cref="XmlException">There are too many.</exception>
    public override string Add(char[] array, int offset, int length)
    {
        if (base.Get(array, offset, length) is { } known)
            return known;
        Count();
        return base.Add(array, offset, length);
    }

    /// <exception cref="XmlException">There are too many.</exception>
    public override string Add(string array)
    {
        if (base.Get(array) is { } known)
            return known;
        Count();
        return base.Add(array);
    }

    private void Count()
    {
        if (++names > NamesMax)
            throw new XmlException("The document has more names than any that is read here.");
    }
}
