using System.Collections.Frozen;

namespace EDefter.Functions.Screen;

/// <summary>The files of the web console (EDefter.Console), carried inside the assembly: wherever the functions run, their screen is there.</summary>
public sealed class ScreenFiles
{
    private const string Prefix = "screen/";
    private const string Page = "index.html";

    private readonly FrozenDictionary<string, ScreenFile> files = Read().ToFrozenDictionary(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => files.Keys;

    /// <param name="name">Name of the file; null or empty: the page itself.</param>
    public ScreenFile? Find(string? name) => files.GetValueOrDefault(string.IsNullOrEmpty(name) ? Page : name);

    private static IEnumerable<KeyValuePair<string, ScreenFile>> Read()
    {
        var assembly = typeof(ScreenFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            yield return KeyValuePair.Create(name, ScreenFile.Of(name, bytes));
        }
    }
}
