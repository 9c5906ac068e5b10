namespace EDefter.Tests.Formats.Gib;

/// <param name="File">Name of the file.</param>
/// <param name="Failed">Assert → how often it failed.</param>
/// <param name="Broken">Asserts whose test ended in a type error.</param>
public sealed record SchematronVerdict(string File, IReadOnlyDictionary<string, int> Failed, IReadOnlyList<string> Broken);
