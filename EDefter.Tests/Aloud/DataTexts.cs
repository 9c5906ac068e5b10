using System.Collections.Frozen;
using System.Text.Json;
using EDefter.Tests.Rules;

namespace EDefter.Tests.Aloud;

/// <summary>Texts of the core's data files that people are shown: titles, descriptions and sources of file formats, columns of tables, the law behind a last day.</summary>
internal static class DataTexts
{
    private static readonly FrozenSet<string> Members = FrozenSet.Create(StringComparer.Ordinal, "title", "description", "source", "explanation");

    // What stands in these is another program's: the name of a file format, a word of its files.
    private static readonly string[] Names = ["XML", "HDR:"];

    public static IEnumerable<SourceText> Shown() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "EDefter.Core"), "*.data.json", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Of);

    private static IEnumerable<SourceText> Of(string path)
    {
        using var data = JsonDocument.Parse(File.ReadAllBytes(path));
        var file = Path.GetRelativePath(Repository.Root, path);
        return [.. In(data.RootElement, isShown: false).Select(text => new SourceText(file, Line: 0, Names.Aggregate(text, static (said, name) => said.Replace(name, "…", StringComparison.Ordinal))))];
    }

    private static IEnumerable<string> In(JsonElement element, bool isShown) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value, Members.Contains(member.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(item, isShown)),
        JsonValueKind.String when isShown => [element.GetString()!],
        _ => [],
    };
}
