namespace EDefter.Core.Sealing;

/// <summary>Names of files in a manifest: <c>file</c>, <c>folder/file</c>, or <c>folder/inner.zip/file</c> for a file in a ZIP of the ZIP.</summary>
internal static class SealedName
{
    private const string Nested = ".zip/";

    /// <returns>The inner ZIP's path and the file's name in it; null for a file of the ZIP itself.</returns>
    public static (string Package, string File)? Split(string name) =>
        name.IndexOf(Nested, StringComparison.Ordinal) is >= 0 and var at ? (name[..(at + Nested.Length - 1)], name[(at + Nested.Length)..]) : null;

    /// <summary>The file's own name.</summary>
    public static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];
}
