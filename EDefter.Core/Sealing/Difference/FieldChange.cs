namespace EDefter.Core.Sealing.Difference;

/// <summary>One field of an entry that two archives say differently.</summary>
/// <param name="Line">1-based line of the entry in the later archive, or in the earlier one where the line is gone; null for a field of the entry.</param>
/// <param name="Field">Name of the canonical field (<see cref="Formats.CanonicalFields"/>), <c>line</c> for a whole line that came or went, <c>lineOrder</c> where lines only changed places.</param>
/// <param name="Title">What people call the field.</param>
/// <param name="Before">Canonical text: dates yyyy-MM-dd, amounts with a point; null for nothing.</param>
/// <param name="After">The same in the later archive.</param>
public sealed record FieldChange(int? Line, string Field, string Title, string? Before, string? After);
