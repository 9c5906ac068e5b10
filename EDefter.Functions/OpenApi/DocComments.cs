using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace EDefter.Functions.OpenApi;

/// <summary>The summaries of this assembly's docstrings, read from the XML file that the compiler puts beside it.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, string> summaries;

    /// <exception cref="FileNotFoundException">The program was copied without its XML file.</exception>
    public DocComments()
    {
        using var reader = XmlReader.Create(Path.ChangeExtension(typeof(DocComments).Assembly.Location, ".xml"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        summaries = XDocument.Load(reader).Descendants("member")
            .Where(static member => member.Element("summary") is not null)
            .ToDictionary(static member => member.Attribute("name")!.Value, static member => TextOf(member.Element("summary")!), StringComparer.Ordinal);
    }

    /// <summary>The summary of a type in one line; empty when it has none.</summary>
    public string Of(Type type) => summaries.GetValueOrDefault($"T:{type.FullName}", string.Empty);

    private static string TextOf(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(static node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => reference.Attribute("cref")?.Value.Split('.', ':')[^1] ?? string.Empty,
        XElement element => element.Value,
        _ => string.Empty,
    })), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
