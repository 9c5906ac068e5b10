using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Formats.Gib;

/// <summary>
/// The authority's e-Defter package: schemas (<c>xsd</c>) and Schematron rules (<c>sch</c>). It is not part of this repository: the tests look where
/// <c>EDEFTER_GIB_PACKAGE</c> points, then beside the repository in <c>shared/gib</c>, and are skipped visibly where it is in neither place.
/// </summary>
internal static class GibPackage
{
    private static readonly string? Folder = Find();

    public static string Xsd => Path.Combine(Need(), "xsd");

    public static string Sch => Path.Combine(Need(), "sch");

    public static string Samples => Path.Combine(Need(), "samples");

    /// <summary>Skips the test where the package is absent.</summary>
    public static void Require() => Assert.SkipWhen(Folder is null, "The authority's e-Defter package is not here: set EDEFTER_GIB_PACKAGE to its folder.");

    private static string Need()
    {
        Require();
        return Folder!;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("EDEFTER_GIB_PACKAGE");
        var beside = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "gib");
        return new[] { named, beside }.FirstOrDefault(folder => folder is { Length: > 0 } && File.Exists(Path.Combine(folder, "xsd", "edefter.xsd")));
    }
}
