namespace EDefter.Core.Formats;

/// <summary>Why a format cannot hold a value.</summary>
public enum UnwritableReason
{
    /// <summary>A control character or half of a pair: no format of a book holds it.</summary>
    IllegalCharacter,

    /// <summary>The encoding lacks the character, and the value is a code or the profile knows no substitute.</summary>
    LackingCharacter,

    /// <summary>A code holds a character that means something in the format (its separator, a quote, a line break).</summary>
    Separator,

    /// <summary>Longer than the column, or than a cell.</summary>
    TooLong,

    /// <summary>More digits than a reader of the format keeps.</summary>
    TooManyDigits,

    /// <summary>A day that the format cannot count (before 1 March 1900 in a workbook).</summary>
    DateOutOfRange,

    /// <summary>The value is the very word that stands for "nothing" in its column.</summary>
    LooksEmpty,

    /// <summary>The lines of the entry differ in a field that the format knows once per entry.</summary>
    SeveralValues,

    /// <summary>One entry alone is larger than a part may be, and an entry is never split.</summary>
    EntryTooLarge,

    /// <summary>Another entry has the same fiş no, and the format has nothing else to tell the two apart.</summary>
    SameNumber,
}
