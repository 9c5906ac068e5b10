namespace EDefter.Tests.Rules;

/// <summary>Where the sources lie; the tests read data and pages that are checked in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EDefter.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("EDefter.sln was not found above the test's folder.");
        return folder;
    }
}
