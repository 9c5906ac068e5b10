namespace EDefter.Benchmarks.Whole;

/// <summary>The part of the README that the measurement writes, between its two marks, and the chart that it shows.</summary>
internal static class ReadmeSection
{
    private const string Begin = "<!-- benchmarks -->";
    private const string End = "<!-- /benchmarks -->";
    private const string Chart = "docs/images/growth.svg";

    /// <exception cref="InvalidOperationException">No folder above this one has the README, or it has no marks.</exception>
    public static void Write(string table, string chart)
    {
        var root = Root();
        var path = Path.Combine(root, "README.md");
        var readme = File.ReadAllText(path);
        var from = readme.IndexOf(Begin, StringComparison.Ordinal);
        var to = readme.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"The README has no {Begin} … {End}.");
        File.WriteAllText(path, $"{readme[..(from + Begin.Length)]}\n{table}\n{readme[to..]}");
        File.WriteAllText(Path.Combine(root, Chart), chart);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EDefter.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Start this inside the repository.");
    }
}
