using System.Xml.Linq;

namespace EDefter.Tests.Rehearsal;

/// <summary>
/// Ways to break the context of every assert: each element that a document has is taken out, emptied, doubled, and given values that the
/// rules look for; numbers and dates are put out of order; the signature loses its parts.
/// </summary>
internal static class Damages
{
    private static readonly string[] Values = ["", "   ", "x", "0", "-1", "1.234", "12", "5600.0", "other", "invoice", "check", "journal", "ledger", "trialbalance", "2025-02-15", "iso4217:TL", "iso4217:EUR", " YEV202501000001 ", "KEB202501000001", "1234567890123"];

    /// <summary>Every damage for the first place of every kind of element, and for a later one.</summary>
    public static IEnumerable<Damage> Of(XDocument document)
    {
        foreach (var path in document.Descendants().Select(PathOf).Distinct(StringComparer.Ordinal))
        {
            foreach (var which in new[] { 0, 1 })
            {
                yield return On(path, which, "taken out", element => element.Remove());
                yield return On(path, which, "doubled", element => element.AddAfterSelf(new XElement(element)));
                yield return On(path, which, "renamed", element => element.Name = element.Name.Namespace + "unknown");
            }

            if (document.Descendants().Any(element => PathOf(element) == path && !element.HasElements))
            {
                foreach (var value in Values)
                    yield return On(path, 0, $"= '{value}'", element => element.Value = value);
            }
        }

        foreach (var path in document.Descendants().Where(element => element.HasAttributes).Select(PathOf).Distinct(StringComparer.Ordinal))
        {
            foreach (var name in document.Descendants().Where(element => PathOf(element) == path).SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name).Distinct())
            {
                yield return On(path, 0, $"without {name.LocalName}", element => element.Attribute(name)?.Remove());
                foreach (var value in new[] { "", "2", "TRY", "http://www.w3.org/2000/09/xmldsig#rsa-sha1" })
                    yield return On(path, 0, $"{name.LocalName} = '{value}'", element => element.SetAttributeValue(name, value));
            }
        }

        foreach (var path in document.Descendants().Where(element => element.ElementsAfterSelf(element.Name).Any()).Select(PathOf).Distinct(StringComparer.Ordinal))
        {
            yield return On(path, 0, "moved to the end", element =>
            {
                var parent = element.Parent!;
                element.Remove();
                parent.Elements(element.Name).Last().AddAfterSelf(element);
            });
        }
    }

    private static Damage On(string path, int which, string what, Action<XElement> apply) =>
        new($"{path}[{which}] {what}", document =>
        {
            var element = document.Descendants().Where(candidate => PathOf(candidate) == path).Skip(which).FirstOrDefault();
            if (element is null)
                return false;
            apply(element);
            return document.Root is not null;
        });

    private static string PathOf(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(ancestor => ancestor.Name.LocalName));
}
