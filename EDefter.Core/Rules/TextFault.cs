using System.Runtime.InteropServices;

namespace EDefter.Core.Rules;

/// <summary>What is wrong with one text.</summary>
/// <param name="Field">The text.</param>
/// <param name="Line">1-based line, or null for the voucher's head.</param>
/// <param name="ForbiddenCharacter">The first UTF-16 unit that no ledger may hold (MET001), or null.</param>
/// <param name="HasNeedlessSpace">Spaces at an end, two in a row, or a no-break space (MET004).</param>
/// <param name="Garbled">The first word whose letters were read in the wrong encoding (MET005), as it stands there; or null.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextFault(TextField Field, int? Line, char? ForbiddenCharacter, bool HasNeedlessSpace, string? Garbled = null);
