using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>The authority's e-Defter package, as the user gives it: schemas to validate by, and rules to recognise its version by.</summary>
public sealed class GibPackage
{
    /// <summary>The schema that names every other.</summary>
    public const string RootSchema = "edefter.xsd";

    /// <summary>The same without signatures.</summary>
    public const string DraftSchema = "edefter_unsigned.xsd";

    private const string Version17 = "1.7 (26.09.2025)";
    private const string Schemas17 = "sha256:2137e747574589ffc6ce8fce15c067a7f0b62a42eb071fc71b0bc61ad155ae26";
    private const string Rules17 = "sha256:d105ecce3ac0216b32ca33591234842b1299fba8ccd3a621a025294e983e4a08";

    private GibPackage(GibPackageFacts facts, GibSchemas schemas)
    {
        Facts = facts;
        Schemas = schemas;
    }

    public GibPackageFacts Facts { get; }

    public GibSchemas Schemas { get; }

    /// <param name="name">Of the folder or ZIP, for the report.</param>
    /// <param name="files">Path inside the package with forward slashes → content, of its schemas and rules.</param>
    /// <exception cref="GibPackageException">There is no usable schema in it.</exception>
    public static GibPackage Open(string name, IReadOnlyDictionary<string, byte[]> files)
    {
        var root = files.Keys.Where(path => IsCalled(path, RootSchema)).OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal).FirstOrDefault()
            ?? throw new GibPackageException("tanımlı e-Defter paketinde şema bulunamadı.");
        var folder = root[..^RootSchema.Length];
        var schemas = files.Where(file => IsOf(file.Key, ".xsd") && file.Key.StartsWith(folder, StringComparison.Ordinal)).ToDictionary(file => file.Key[folder.Length..], file => file.Value, StringComparer.Ordinal);
        var rules = files.Where(file => IsOf(file.Key, ".sch")).GroupBy(file => file.Key[(file.Key.LastIndexOf('/') + 1)..], StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
        var (ofSchemas, ofRules) = (HashOf(schemas), rules.Count > 0 ? HashOf(rules) : null);
        var version = string.Equals(ofSchemas, Schemas17, StringComparison.Ordinal) && ofRules is null or Rules17 ? Version17 : null;
        return new GibPackage(new GibPackageFacts(name, version, ofSchemas, ofRules, ofRules is Rules17), GibSchemas.Load(schemas));
    }

    private static bool IsCalled(string path, string name) => path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[^(name.Length + 1)] == '/');

    private static bool IsOf(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    // Line ends and marks of byte order change on the way from the authority's site; they say nothing.
    private static string HashOf(Dictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n"));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
