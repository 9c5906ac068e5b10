using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace EDefter.LocalWorker.Hosting;

/// <summary>
/// The files around the application, and the settings in the order in which they win: the environment over <c>local.settings.json</c> over
/// the local worker's own defaults.
/// </summary>
internal static class LocalSettings
{
    private const string SettingsFileName = "local.settings.json";

    /// <summary>The named file in the current folder, beside the binaries, or at the root of the repository; null when it is in none of them.</summary>
    public static string? FindFile(string name) =>
        new[] { Environment.CurrentDirectory, AppContext.BaseDirectory, RepositoryFolder.Find() }
            .OfType<string>()
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    public static void AddTo(IConfigurationBuilder configuration)
    {
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsStorage", "UseDevelopmentStorage=true")]);
        configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Logging:LogLevel:Default", "Information"), KeyValuePair.Create<string, string?>("Logging:LogLevel:Microsoft.AspNetCore", "Warning")]);
        configuration.AddInMemoryCollection(HostJson.ReadLogLevels(FindFile(HostJson.FileName)));
        if (FindFile(SettingsFileName) is { } file)
            configuration.AddInMemoryCollection(ReadValues(file));
        configuration.AddEnvironmentVariables();
    }

    // Core Tools turns the values into environment variables, where two underscores stand for a level.
    private static List<KeyValuePair<string, string?>> ReadValues(string path)
    {
        using var file = JsonFile.Read(path);
        if (!file.RootElement.TryGetProperty("Values", out var values) || values.ValueKind != JsonValueKind.Object)
            return [];
        return [.. values.EnumerateObject().Select(value => KeyValuePair.Create<string, string?>(
            value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
            value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText()))];
    }
}
