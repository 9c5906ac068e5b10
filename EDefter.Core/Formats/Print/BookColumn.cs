namespace EDefter.Core.Formats.Print;

/// <summary>A column of a printed book.</summary>
/// <param name="Width">In points.</param>
/// <param name="IsAmount">Set flush right, and made smaller rather than broken when it is too long.</param>
internal sealed record BookColumn(double Width, bool IsAmount = false);
