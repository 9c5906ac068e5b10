namespace EDefter.Core.Formats.Workbook;

/// <summary>Why a text cannot stand in a cell.</summary>
public enum TextFault
{
    None,

    /// <summary>A character that XML 1.0 does not have (a control character, half of a surrogate pair, U+FFFE, U+FFFF).</summary>
    IllegalCharacter,

    /// <summary>Over the 32 767 characters of a cell.</summary>
    TooLong,
}
