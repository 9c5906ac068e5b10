namespace EDefter.Core.Formats.Print;

/// <summary>A character that the font of the printed books lacks.</summary>
/// <param name="Character">As <c>U+4E2D</c>; the page shows it as <c>[U+4E2D]</c>.</param>
/// <param name="Count">How often it stands on the pages, covers and heads of pages not counted.</param>
public sealed record ShownByCode(string Character, long Count);
