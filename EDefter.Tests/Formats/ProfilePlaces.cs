using System.Globalization;
using System.Text.Json.Nodes;
using EDefter.Core.Formats;

namespace EDefter.Tests.Formats;

/// <summary>Where in a profile's file the members stand that a section of docs/profiles.md tells of.</summary>
internal static class ProfilePlaces
{
    private const string Column = "A column";
    private const string Text = "`delimited` and `recordText`";

    /// <summary>The JSON of a profile that comes with the product.</summary>
    public static JsonObject Json(string id)
    {
        using var stream = typeof(ProfileBook).Assembly.GetManifestResourceStream($"EDefter.Core.Formats.Profiles.{id}.data.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>Nodes of the kind that a section is about; none for sections about something else.</summary>
    public static IReadOnlyList<(string Profile, string Path)> Of(string section) => section switch
    {
        "Members" => [("izibiz", ""), ("sovos", ""), ("edefter", ""), ("digitalplanet", "")],
        "`file`" => [("izibiz", "file")],
        "`values`" => [("izibiz", "values")],
        "`text`: what may be done to explanatory text" => [("izibiz", "text")],
        Text => [("izibiz", "delimited"), ("sovos", "recordText")],
        "`workbook`" => [("edefter", "workbook")],
        "`xml`" => [("digitalplanet", "xml.root"), ("digitalplanet", "xml.root.children[0].children[0].children[0]")],
        Column => [("izibiz", "delimited.columns[0]"), ("edefter", "workbook.sheets[0].columns[0]")],
        _ => [],
    };

    /// <summary>Every member of a profile's nodes with the section that tells of it.</summary>
    public static IEnumerable<(string Section, string Member)> Members(JsonObject profile)
    {
        foreach (var (name, value) in profile)
        {
            yield return ("Members", name);
            var inside = name switch
            {
                "file" => Named("`file`", value!),
                "values" => Named("`values`", value!),
                "text" => Named("`text`: what may be done to explanatory text", value!),
                "delimited" or "recordText" => OfText(value!.AsObject()),
                "workbook" => Named("`workbook`", value!).Concat(value!["sheets"]!.AsArray().SelectMany(sheet => OfColumns(sheet!["columns"]))),
                "xml" => OfElement(value!["root"]!.AsObject()),
                _ => [],
            };
            foreach (var one in inside)
                yield return one;
        }
    }

    public static JsonObject At(JsonObject profile, string path)
    {
        JsonNode node = profile;
        foreach (var step in path.Split('.', '[').Where(step => step.Length > 0))
            node = step.EndsWith(']') ? node[int.Parse(step[..^1], CultureInfo.InvariantCulture)]! : node[step]!;
        return node.AsObject();
    }

    private static IEnumerable<(string Section, string Member)> OfText(JsonObject form)
    {
        foreach (var one in Named(Text, form).Concat(OfColumns(form["columns"])))
            yield return one;
        foreach (var record in (form["records"] ?? form["firstLines"])?.AsArray() ?? [])
        {
            foreach (var one in OfColumns(record!["columns"]))
                yield return one;
        }
    }

    private static IEnumerable<(string Section, string Member)> OfElement(JsonObject element)
    {
        string[] ofColumn = ["field", "parameter", "constant", "empty", "date"];
        foreach (var (name, _) in element)
            yield return (ofColumn.Contains(name, StringComparer.Ordinal) ? Column : "`xml`", name);
        foreach (var one in (element["children"]?.AsArray() ?? []).SelectMany(child => OfElement(child!.AsObject())))
            yield return one;
    }

    private static IEnumerable<(string Section, string Member)> OfColumns(JsonNode? columns) =>
        (columns?.AsArray() ?? []).SelectMany(column => Named(Column, column!));

    private static IEnumerable<(string Section, string Member)> Named(string section, JsonNode node) => node.AsObject().Select(member => (section, member.Key));
}
