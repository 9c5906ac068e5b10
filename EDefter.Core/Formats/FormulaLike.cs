namespace EDefter.Core.Formats;

/// <summary>Values of one field that a spreadsheet would take for formulas if somebody opened the file in it (MET006).</summary>
/// <param name="Field">The field.</param>
/// <param name="Count">How many values.</param>
/// <param name="Example">The first of them.</param>
public sealed record FormulaLike(CanonicalField Field, long Count, string Example)
{
    /// <summary>Begins as a formula does and goes on: a lone dash is a dash.</summary>
    public static bool Is(string text) => text.Length > 1 && text[0] is ('=' or '+' or '-' or '@');
}
