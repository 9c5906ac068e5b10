using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal;

/// <summary>What asserts ask of the document around an element: its name and what its head said.</summary>
internal sealed class Scope(GibDocument document, string fileName)
{
    private readonly List<Element> contexts = [];
    private readonly List<Element> infos = [];
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    public GibDocument Document { get; } = document;

    /// <summary>The rules read the path; we have the name, which holds all they look for.</summary>
    public string FileName { get; } = fileName;

    /// <summary>A document has one of each of these heads; a broken one may have several.</summary>
    public IReadOnlyList<Element> Contexts => contexts;

    public IReadOnlyList<Element> DocumentInfos => infos;

    /// <summary>As the mükellef's part of the head tells it; null when it does not.</summary>
    public string? FiscalYearStart { get; set; }

    public string PeriodStart => One("gl-cor:periodCoveredStart");

    public string PeriodEnd => One("gl-cor:periodCoveredEnd");

    public string EntriesType => One("gl-cor:entriesType");

    public string Year => XPath.Substring(PeriodStart, 1, 4);

    public string Month => XPath.Substring(PeriodStart, 6, 2);

    /// <summary>YYYYMM as the rules print it: a number, so that nonsense becomes NaN.</summary>
    public string PeriodNumber
    {
        get
        {
            var number = XPath.Number(Year + Month);
            return double.IsNaN(number) ? "NaN" : number.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>VKN or TCKN of the context.</summary>
    public string TaxId => Texts(contexts.SelectMany(context => context.Children).Where(child => child.Name == "xbrli:entity").SelectMany(entity => entity.Children).Where(child => child.Name == "xbrli:identifier"));

    public bool HasDefaultCurrency => infos.Exists(info => info["gl-muc:defaultCurrency"].Any);

    public bool IsWithoutTaxDetail => contexts.Exists(context => context["xbrli:entity"]["xbrli:segment"]["gl-cor:identifierAuthorityCode"].Is("VERGI_DETAYSIZ"));

    public bool IsDefaultCurrency(string text) => infos.Exists(info => info["gl-muc:defaultCurrency"].Is(text));

    /// <summary>A date between the ends of the part, compared as text.</summary>
    public bool IsInPeriod(Nodes dates)
    {
        var (start, end) = (Values("gl-cor:periodCoveredStart"), Values("gl-cor:periodCoveredEnd"));
        return dates.Exists(date => start.Exists(value => string.CompareOrdinal(date.Text, value) >= 0)) && dates.Exists(date => end.Exists(value => string.CompareOrdinal(date.Text, value) <= 0));
    }

    public bool EntriesTypeIs(string type) => Values("gl-cor:entriesType").Contains(type, StringComparer.Ordinal);

    public void AddContext(Element context) => contexts.Add(context);

    public void AddDocumentInfo(Element info)
    {
        infos.Add(info);
        values.Clear();
    }

    // Asked for every line: remembered.
    private List<string> Values(string name)
    {
        if (values.TryGetValue(name, out var known))
            return known;
        var found = new List<string>();
        foreach (var info in infos)
        {
            foreach (var element in info[name])
                found.Add(element.Text);
        }

        values.Add(name, found);
        return found;
    }

    private string One(string name) => Values(name) is var found && found.Count <= 1 ? found.FirstOrDefault() ?? string.Empty : throw new XPathTypeException();

    private static string Texts(IEnumerable<Element> elements)
    {
        var all = elements.ToList();
        return all.Count <= 1 ? all.FirstOrDefault()?.Text ?? string.Empty : throw new XPathTypeException();
    }
}
