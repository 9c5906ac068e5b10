namespace EDefter.LocalWorker.Hosting;

/// <summary>The root of the repository: the nearest folder above the current folder, or above the binaries, that holds the pinned Azurite.</summary>
public static class RepositoryFolder
{
    /// <summary>Its path; null when there is none.</summary>
    public static string? Find() => FindAbove(Environment.CurrentDirectory) ?? FindAbove(AppContext.BaseDirectory);

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "tools", "azurite", "package-lock.json")))
                return folder.FullName;
        }

        return null;
    }
}
